using System.Runtime.CompilerServices;
using Relata.Client.Http;
using Relata.Client.Interception;
using Relata.Client.Results;
using Relata.Client.Sql;

namespace Relata.Client;

/// <summary>
/// Runs requests, over SQL or over HTTP with the same results:
/// <c>client.ExecuteAsync&lt;Resource&gt;(Request.Query("resources"))</c>.
/// </summary>
/// <param name="executor">Where they run; the client disposes it.</param>
public sealed class RelataClient(IRequestExecutor executor) : IAsyncDisposable
{
    /// <summary>A client of a PostgreSQL database.</summary>
    /// <param name="uri">Such as <c>postgres://user:password@host:port/database</c>.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    /// <exception cref="FormatException">It is no such URI.</exception>
    public static RelataClient ForPostgres(string uri, SqlOptions? options = null) =>
        new(SqlExecutor.OverPostgres(uri, options));

    /// <summary>A client of a database of MariaDB.</summary>
    /// <param name="uri">Such as <c>mysql://user:password@host:port/database</c>.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    /// <exception cref="FormatException">It is no such URI.</exception>
    public static RelataClient ForMySql(string uri, SqlOptions? options = null) =>
        new(SqlExecutor.OverMySql(uri, options));

    /// <summary>A client of an SQLite file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    public static RelataClient ForSqlite(string path, SqlOptions? options = null) =>
        new(SqlExecutor.OverSqlite(path, options));

    /// <summary>A client of a server that speaks ex.</summary>
    /// <param name="client">Sends; its owner disposes it.</param>
    /// <param name="target">Where the resources are, such as <c>http://127.0.0.1:8080/ex</c>.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static RelataClient ForHttp(HttpClient client, Uri target, HttpOptions? options = null) =>
        new(new HttpExecutor(client, target, options));

    /// <summary>Runs requests and reads the rows of the last into records, classes or dictionaries.</summary>
    /// <param name="batch">A request, or several as a batch.</param>
    /// <param name="stop">Cancels them.</param>
    /// <returns>The rows; none is an empty list.</returns>
    /// <exception cref="Relata.Model.Failures.FailureException">They are refused, and nothing of them
    /// stays.</exception>
    /// <exception cref="ResultMismatchException">A column that the type needs is not there, or its value does not
    /// fit.</exception>
    public Task<IReadOnlyList<T>> ExecuteAsync<T>(Batch batch, CancellationToken stop = default) =>
        ExecuteAsync(batch, RowReader<T>.Read, stop);

    /// <summary>Runs requests and reads the rows of the last in a way of the program's own.</summary>
    public async Task<IReadOnlyList<T>> ExecuteAsync<T>(
        Batch batch, Func<Row, T> read, CancellationToken stop = default)
    {
        var rows = new List<T>();
        await foreach (var row in StreamAsync(batch, read, stop)) rows.Add(row);
        return rows;
    }

    /// <summary>Runs requests and gives the rows of the last while they arrive.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(Batch batch, CancellationToken stop = default) =>
        StreamAsync(batch, RowReader<T>.Read, stop);

    /// <summary>
    /// Runs requests and gives the rows of the last while they arrive, read in a way of the program's own.
    /// </summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        Batch batch, Func<Row, T> read, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var number = 0L;
        var answer = await executor.ExecuteAsync(batch, stop);
        await foreach (var row in RowStream.ReadAsync(answer, stop)) yield return read(new Row(row, number++));
    }

    /// <summary>
    /// Runs requests and gives the rows of each, in their order: <c>(await client.ExecuteEachAsync(batch))[0]</c> is
    /// the result of the first, which <see cref="Result.As{T}"/> reads into a type.
    /// </summary>
    public async Task<IReadOnlyList<Result>> ExecuteEachAsync(Batch batch, CancellationToken stop = default)
    {
        await using var answer = await executor.ExecuteAsync(batch with { AnswersEach = true }, stop);
        return await RowStream.ReadEachAsync(answer, stop);
    }

    /// <summary>
    /// Runs requests and gives their result as JSON: the bytes that a server answers. It is that of the last request,
    /// or where the batch wants it, of each.
    /// </summary>
    public async Task<byte[]> ExecuteJsonAsync(Batch batch, CancellationToken stop = default)
    {
        await using var answer = await executor.ExecuteAsync(batch, stop);
        using var all = new MemoryStream();
        await answer.CopyToAsync(all, stop);
        return all.ToArray();
    }

    /// <summary>
    /// Runs a statement in the database's own words and reads its rows into records, classes or dictionaries:
    /// <c>client.ExecSqlAsync&lt;Tag&gt;($"SELECT * FROM tag WHERE id = {id}")</c>. Over HTTP the server's operator has
    /// to allow it.
    /// </summary>
    /// <param name="sql">The statement; what stands in its braces are arguments.</param>
    /// <param name="stop">Cancels it.</param>
    /// <exception cref="Relata.Model.Failures.FailureException">It is refused, and nothing of it stays.</exception>
    public async Task<IReadOnlyList<T>> ExecSqlAsync<T>(SqlText sql, CancellationToken stop = default)
    {
        var rows = new List<T>();
        var answer = await executor.ExecSqlAsync(sql.ToStatement(), stop);
        await foreach (var row in RowStream.ReadAsync(answer, stop))
            rows.Add(RowReader<T>.Read(new Row(row, rows.Count)));
        return rows;
    }

    /// <summary>Runs a statement in the database's own words and gives its rows as JSON.</summary>
    public async Task<byte[]> ExecSqlJsonAsync(SqlText sql, CancellationToken stop = default)
    {
        await using var answer = await executor.ExecSqlAsync(sql.ToStatement(), stop);
        using var all = new MemoryStream();
        await answer.CopyToAsync(all, stop);
        return all.ToArray();
    }

    /// <summary>
    /// The client with interceptors, which see every request in their order, behind those that it has. This client
    /// keeps the executor and disposes it.
    /// </summary>
    public RelataClient WithInterceptors(params IReadOnlyList<Interceptor> interceptors) =>
        new(Intercepting with { Interceptors = [.. Intercepting.Interceptors, .. interceptors] });

    /// <summary>
    /// The client with processors, which see every row of a result in their order, behind those that it has. Its
    /// results are gathered before they are read.
    /// </summary>
    public RelataClient WithProcessors(params IReadOnlyList<RowProcessor> processors) =>
        new(Intercepting with { Processors = [.. Intercepting.Processors, .. processors] });

    /// <summary>The client with a value that interceptors find in their context.</summary>
    public RelataClient WithContext(string name, object? value) =>
        new(Intercepting with { Context = Intercepting.Context.With(name, value) });

    /// <summary>Where its requests run, by way of what intercepts them.</summary>
    internal IRequestExecutor Executor => executor;

    private InterceptingExecutor Intercepting => executor as InterceptingExecutor ?? new InterceptingExecutor(executor);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => executor.DisposeAsync();
}
