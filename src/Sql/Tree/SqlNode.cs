using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>
/// A piece of SQL as databases know it: no high-level notion stands in this tree. Every node writes itself in standard
/// SQL; what has no standard spelling is replaced by a database's own node before anything is written.
/// </summary>
public abstract record SqlNode
{
    /// <summary>Writes the node.</summary>
    public abstract void Write(SqlWriter writer);
}

/// <summary>A node with a value.</summary>
public abstract record SqlExpression : SqlNode;

/// <summary>A whole statement.</summary>
public abstract record SqlStatement : SqlNode;

/// <summary>A statement that only one database has: no rewrite looks into it.</summary>
public abstract record SqlOwnStatement : SqlStatement;
