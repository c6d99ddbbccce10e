using System.Globalization;
using System.Runtime.CompilerServices;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds what is answered of each row: columns to cells, embeds to joins.</summary>
internal static class ProjectionBinder
{
    /// <summary>"All columns" is what most requests ask for; a snapshot's tables live as long as the snapshot.</summary>
    private static readonly ConditionalWeakTable<Table, Projection> WholeTables = [];

    /// <summary>What a write answers of each row; null means nothing.</summary>
    public static Projection? BindWritten(Binding binding, Table table, Selection selection, bool withKey = false) =>
        selection.IsNothing && (!withKey || table.PrimaryKey is null) ? null : Bind(binding, table, selection, withKey);

    public static Projection Bind(Binding binding, Table table, Selection selection, bool withKey = false)
    {
        if (selection.Fields is null && selection.Embeds.Count == 0 && !withKey)
            return WholeTables.GetValue(table, static table =>
                Build(null, table, Selection.Everything, withKey: false) with { IsWholeTable = true });
        return Build(binding, table, selection, withKey);
    }

    private static Projection Build(Binding? binding, Table table, Selection selection, bool withKey)
    {
        var building = new Building(binding);
        var fields = building.Fields(table, source: 0, selection, depth: 1);
        IReadOnlyList<int> key = withKey && table.PrimaryKey is { } primary
            ? [.. primary.Columns.Select(column => building.Cell(new ColumnReference(column, 0)))]
            : [];
        var types = building.Cells.Select(cell => cell.Column.Type).ToArray();
        return new Projection(building.Cells, building.Joins, new RowLayout(types, fields, key));
    }

    private sealed class Building(Binding? binding)
    {
        public List<ColumnReference> Cells { get; } = [];

        public List<ParentJoin> Joins { get; } = [];

        public List<RowField> Fields(Table table, int source, Selection selection, int depth)
        {
            var columns = selection.Fields is { } names ? Named(table, names) : table.Columns;
            var fields = new List<RowField>(columns.Count + selection.Embeds.Count);
            foreach (var column in columns)
                fields.Add(new CellField(column.Name, Cell(new ColumnReference(column, source))));
            foreach (var embed in selection.Embeds) fields.Add(Embedded(binding!, table, source, embed, depth + 1));
            return fields;
        }

        /// <summary>A column that is read already is not read again.</summary>
        public int Cell(ColumnReference column)
        {
            var known = Cells.IndexOf(column);
            if (known >= 0) return known;
            Cells.Add(column);
            return Cells.Count - 1;
        }

        private ObjectField Embedded(Binding binding, Table table, int child, Embed embed, int depth)
        {
            if (depth > binding.Limits.MaxEmbedDepth)
            {
                throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
                    $"Related rows are nested deeper than {binding.Limits.MaxEmbedDepth} levels."))
                {
                    At = embed.Relationship.At,
                }.AsException();
            }

            var relationship = Relationship(binding.Schema, table, embed.Relationship);
            var source = binding.NextSource();
            Joins.Add(new ParentJoin(source, child, relationship));
            var fields = Fields(relationship.To, source, embed.Selection, depth);
            var presence = Cell(new ColumnReference(relationship.ToColumns[0], source));
            return new ObjectField(embed.As, presence, fields);
        }

        private static Relationship Relationship(DatabaseSchema schema, Table table, Name name)
        {
            var known = schema.RelationshipsOf(table).Where(relationship => relationship.Kind == RelationshipKind.Parent);
            if (known.FirstOrDefault(relationship => relationship.Name == name.Text) is { } found) return found;
            throw new Failure(FailureCode.UnknownRelationship,
                $"\"{table.Name.Name}\" has no parent \"{name.Text}\".")
            {
                At = name.At,
                Hint = NearestName.Hint(name.Text, known.Select(relationship => relationship.Name)),
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
}
