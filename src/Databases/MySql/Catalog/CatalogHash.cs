using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Relata.Databases.MySql.Catalog;

/// <summary>A hash over rows of the catalogue queries, by which two readings of them are compared.</summary>
internal sealed class CatalogHash : IDisposable
{
    /// <summary>
    /// The cell of <c>tables.sql</c> that tells how many rows there seem to be, which changes all the time.
    /// </summary>
    private const int Estimate = 2;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a row.</summary>
    /// <param name="query">The query's file.</param>
    /// <param name="row">The row.</param>
    public void Add(string query, DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (query == CatalogQuery.Tables && i == Estimate) continue;
            var cell = row.IsDBNull(i) ? "\0" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!;
            hash.AppendData(Encoding.UTF8.GetBytes(cell + "\u001f"));
        }
    }

    /// <summary>The hash of all rows added.</summary>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
