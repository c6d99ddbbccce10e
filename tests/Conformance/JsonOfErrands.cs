namespace Relata.Conformance;

/// <summary>Errands with JSON whose keys and texts hold marks of the syntax of filters.</summary>
internal static class JsonOfErrands
{
    /// <summary>91 to 94 in the queue "related": parents and children.</summary>
    public const string Family =
        """
        [{"id":91,"queue":"related","details":{"a":{"b":[1,2]},"tags":["x,y","{z}","[w)"]},"parent_id":null},
         {"id":92,"queue":"related","details":{"a":{"b":"p,q"}},"parent_id":91},
         {"id":93,"queue":"related","details":null,"parent_id":91},
         {"id":94,"queue":"related","details":{"a":{"b":[1,2]},"k\"":"})"},"parent_id":92}]
        """;

    /// <summary>95 to 97, which are children of 95.</summary>
    public const string List =
        """
        [{"id":95,"details":{"a":{"b":"p,q"}},"parent_id":95},{"id":96,"details":{"tags":["x,y","{z}"]},"parent_id":95},
         {"id":97,"details":{"k":{"}":[1]}},"parent_id":95}]
        """;
}
