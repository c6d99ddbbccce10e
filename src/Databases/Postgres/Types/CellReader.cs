using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>Reads the cells of a type in the server's binary form, and writes them to a sink.</summary>
internal abstract class CellReader
{
    /// <summary>
    /// Whether this is the reader for a type. A column's type may have changed since the schema was read, and the bytes
    /// of most types would pass for those of another.
    /// </summary>
    /// <param name="type">The type's object identifier, which for a domain is that of its base type.</param>
    public abstract bool Reads(uint type);

    /// <summary>The integer in a cell that is not NULL; only where the type is one.</summary>
    public virtual long ReadInt64(ReadOnlySpan<byte> cell) => IntegerCellReader.Read(cell);

    /// <summary>Writes a cell that is not NULL.</summary>
    public abstract void Write(ReadOnlySpan<byte> cell, CellSink sink);
}
