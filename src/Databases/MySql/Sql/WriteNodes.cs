using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>INSERT. A row whose key exists changes the stored one, or is an error.</summary>
/// <param name="Insert">The insert, in the words of the standard.</param>
internal sealed record MySqlInsert(SqlInsert Insert) : SqlOwnStatement
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("INSERT INTO ").Name(Insert.Into).Syntax(" (");
        writer.List(Insert.Columns, ", ", static (writer, column) => writer.Name(column.Name)).Syntax(")\nVALUES ");
        if (Insert.Columns.Count == 0) writer.Syntax("()");
        else writer.List(Insert.Rows, ", ", static (writer, row) =>
            writer.Syntax("(").List(row, ", ", static (writer, node) => writer.Node(node)).Syntax(")"));
        if (Insert.Conflict is { } conflict)
        {
            Guard(writer.Syntax("\nON DUPLICATE KEY UPDATE "), conflict.Columns);
            foreach (var assignment in conflict.Assignments) Assign(writer.Syntax(", "), assignment);
        }

        Returning.Write(writer, Insert.Returning);
    }

    /// <summary>
    /// MariaDB takes the branch for a conflict with any key; one with another than that meant is an error, and made one
    /// here: of two rows no value can be had. Otherwise the key stays as it is.
    /// </summary>
    private static void Guard(SqlWriter writer, IReadOnlyList<Column> key)
    {
        writer.Name(key[0].Name).Syntax(" = IF(").List(key, " AND ", static (writer, column) =>
            writer.Name(column.Name).Syntax(" = VALUES(").Name(column.Name).Syntax(")"));
        writer.Syntax(", ").Name(key[0].Name).Syntax(", (SELECT NULL UNION ALL SELECT NULL))");
    }

    private static void Assign(SqlWriter writer, SqlAssignment assignment)
    {
        writer.Name(assignment.Column.Name).Syntax(" = ");
        if (assignment.Value is SqlExcluded { Column: var sent }) writer.Syntax("VALUES(").Name(sent.Name).Syntax(")");
        else writer.Node(assignment.Value);
    }
}

/// <summary>INSERT of one row, unless one with a key of it is there.</summary>
/// <param name="Insert">The insert of one row.</param>
/// <param name="Keys">The keys, each with its values in that row.</param>
internal sealed record InsertIfAbsent(SqlInsert Insert, IReadOnlyList<IReadOnlyList<SqlAssignment>> Keys)
    : SqlOwnStatement
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("INSERT INTO ").Name(Insert.Into).Syntax(" (");
        writer.List(Insert.Columns, ", ", static (writer, column) => writer.Name(column.Name)).Syntax(")\nSELECT ");
        writer.List(Insert.Rows[0], ", ", static (writer, node) => writer.Node(node));
        writer.Syntax("\nFROM DUAL\nWHERE NOT EXISTS (SELECT 1 FROM ");
        writer.Name(Insert.Into).Syntax(" WHERE ").List(Keys, " OR ", static (writer, key) =>
            writer.List(key, " AND ", static (writer, part) => writer.Node(part))).Syntax(" FOR UPDATE)");
        Returning.Write(writer, Insert.Returning);
    }
}

/// <summary>UPDATE of rows that stand beside what they get.</summary>
/// <param name="Update">The update, in the words of the standard.</param>
/// <param name="Rows">What stands beside them.</param>
internal sealed record JoinedUpdate(SqlUpdate Update, SqlSource Rows) : SqlOwnStatement
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("UPDATE ").Node(Update.Table).Syntax("\nJOIN ").Node(Rows).Syntax("\nSET ");
        writer.List(Update.Assignments, ", ", (writer, assignment) =>
            writer.Name(Update.Table.Alias!).Syntax(".").Node(assignment));
        if (Update.Where is { } where) writer.Syntax("\nWHERE ").Node(where);
    }
}

/// <summary>RETURNING.</summary>
internal static class Returning
{
    public static void Write(SqlWriter writer, IReadOnlyList<SqlExpression> cells)
    {
        if (cells.Count == 0) return;
        writer.Syntax("\nRETURNING ").List(cells, ", ", static (writer, node) => writer.Node(node));
    }
}
