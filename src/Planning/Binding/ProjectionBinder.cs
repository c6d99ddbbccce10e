using System.Globalization;
using System.Runtime.CompilerServices;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>
/// Binds what is answered of each row: columns to cells, parents to joins, children and what junctions connect to
/// lists, which have cells, joins and lists of their own.
/// </summary>
/// <param name="binding">The request's binding; null for a table's columns alone.</param>
internal sealed class ProjectionBinder(Binding? binding)
{
    /// <summary>
    /// "All columns" is what most requests ask for; a snapshot's tables live as long as the snapshot.
    /// </summary>
    private static readonly ConditionalWeakTable<Table, Projection> WholeTables = [];

    private readonly List<ColumnReference> cells = [];
    private readonly List<ParentJoin> joins = [];
    private readonly List<RelatedList> lists = [];
    private readonly List<Expression> ends = [];

    /// <summary>
    /// What a write returns of each row; null means nothing. Where related rows are asked for it is the key, by which
    /// the rows are read once more.
    /// </summary>
    public static Projection? BindWritten(Binding binding, Table table, Selection selection, bool withKey = false)
    {
        if (selection.Embeds.Count > 0) (selection, withKey) = (Selection.Nothing, true);
        return selection.IsNothing && (!withKey || table.PrimaryKey is null)
            ? null
            : Bind(binding, table, selection, withKey);
    }

    public static Projection Bind(Binding binding, Table table, Selection selection, bool withKey = false)
    {
        if (selection.Fields is null && selection.Embeds.Count == 0 && !selection.IsClosed && !withKey)
            return WholeTables.GetValue(table, WholeTable);
        return new ProjectionBinder(binding).Bind(Asked(table), selection, withKey);
    }

    /// <summary>What is answered of a row, behind all its columns.</summary>
    public static Projection BindBehindRow(Binding binding, Table table, Selection selection)
    {
        var binder = new ProjectionBinder(binding);
        foreach (var column in table.Columns) binder.Cell(new ColumnReference(column, 0));
        return binder.Bind(Asked(table), selection, withKey: false);
    }

    private static Projection WholeTable(Table table) => new ProjectionBinder(null)
        .Bind(Asked(table), Selection.Everything, withKey: false) with { IsWholeTable = true };

    private static Place Asked(Table table) => new(table, 0, By: null, Around: null);

    /// <summary>The types of the cells that are read.</summary>
    public static IEnumerable<ColumnType> TypesOf(IEnumerable<ColumnReference> cells, IReadOnlyList<Expression> ends) =>
        cells.Select(cell => cell.Column.Type).Concat(Enumerable.Repeat(RowLayout.EndType, ends.Count));

    private Projection Bind(Place place, Selection selection, bool withKey)
    {
        var fields = Fields(place, selection);
        IReadOnlyList<int> key = withKey && place.Table.PrimaryKey is { } primary
            ? [.. primary.Columns.Select(column => Cell(new ColumnReference(column, place.Source)))]
            : [];
        var layout = new RowLayout([.. TypesOf(cells, ends)], fields, key)
        {
            EndCells = ends.Count,
            Lists = [.. lists.Select(list => list.Projection.Layout)],
        };
        return new Projection(cells, joins, layout) { Ends = ends, Lists = lists };
    }

    private List<RowField> Fields(Place place, Selection selection)
    {
        var columns = selection.Fields is { } names ? Named(place.Table, names) : place.Table.Columns;
        var fields = new List<RowField>(columns.Count + selection.Embeds.Count);
        foreach (var column in columns)
            fields.Add(new CellField(column.Name, Cell(new ColumnReference(column, place.Source))));
        foreach (var embed in selection.Embeds) fields.Add(Embedded(binding!, place, embed));
        if (selection.IsClosed && place.GoesOn(binding!, selection) is { } goesOn) ends.Add(goesOn);
        return fields;
    }

    /// <summary>A column that is read already is not read again.</summary>
    private int Cell(ColumnReference column)
    {
        var known = cells.IndexOf(column);
        if (known >= 0) return known;
        cells.Add(column);
        return cells.Count - 1;
    }

    private RowField Embedded(Binding binding, Place around, Embed embed)
    {
        if (around.Depth >= binding.Limits.MaxEmbedDepth)
        {
            throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
                $"Related rows are nested deeper than {binding.Limits.MaxEmbedDepth} levels."))
            {
                At = embed.Relationship.At,
            }.AsException();
        }

        binding.CountEmbed(embed.Relationship.At);
        var relationship = Relationship(binding.Schema, around.Table, embed.Relationship);
        var place = new Place(relationship.To, binding.NextSource(), relationship, around);
        var isNew = embed.Selection.IsClosed ? around.NotHeld(place.Table, place.Source) : null;
        if (relationship.Kind != RelationshipKind.Parent)
        {
            lists.Add(List(binding, place, embed, isNew));
            return new ListField(embed.As, lists.Count - 1);
        }

        joins.Add(new ParentJoin(place.Source, around.Source, relationship) { Filter = isNew });
        var fields = Fields(place, embed.Selection);
        var presence = Cell(new ColumnReference(relationship.ToColumns[0], place.Source));
        return new ObjectField(embed.As, presence, fields);
    }

    private static RelatedList List(Binding binding, Place place, Embed embed, Expression? isNew)
    {
        var relationship = place.By!;
        var junction = relationship.Junction is null ? (int?)null : binding.NextSource();
        var projection = new ProjectionBinder(binding).Bind(place, embed.Selection, withKey: false);
        return new RelatedList(place.Source, place.Around!.Source, relationship, projection)
        {
            Junction = junction,
            Filter = Filter(binding, relationship, place.Source, junction, embed.Filter, isNew),
            Order = OrderBinder.Bind(relationship.To, place.Source, embed.Order, projection),
            Limit = embed.Limit is { } limit ? PageBounds.Limit(binding, limit.Rows, limit.At) : null,
        };
    }

    /// <summary>A filter of the list's own reaches as far as one on its table would.</summary>
    private static Expression? Filter(
        Binding binding, Relationship relationship, int source, int? junction, Expression? asked, Expression? isNew)
    {
        Expression?[] conditions =
        [
            asked is null ? null : new FilterBinder(binding, relationship.To, source).Read(asked),
            SoftDelete.Visible(binding, relationship.To, source),
            junction is { } number ? SoftDelete.Visible(relationship.Junction!.Table, number) : null,
            isNew,
        ];
        return Conditions.All([.. conditions.OfType<Expression>()]);
    }

    private static Relationship Relationship(DatabaseSchema schema, Table table, Name name)
    {
        if (schema.FindRelationship(table, name.Text) is { } found) return found;
        throw new Failure(FailureCode.UnknownRelationship,
            $"\"{table.Name.Name}\" has no relationship \"{name.Text}\".")
        {
            At = name.At,
            Hint = NearestName.Hint(name.Text, schema.RelationshipsOf(table).Select(relationship => relationship.Name)),
        }.AsException();
    }

    private static List<Column> Named(Table table, IReadOnlyList<Name> names)
    {
        var columns = new List<Column>(names.Count);
        foreach (var name in names)
        {
            var column = Binding.Column(table, name);
            if (columns.Contains(column))
            {
                throw new Failure(FailureCode.MalformedSyntax, $"The column \"{name.Text}\" is asked for twice.")
                {
                    At = name.At,
                }.AsException();
            }

            columns.Add(column);
        }

        return columns;
    }
}
