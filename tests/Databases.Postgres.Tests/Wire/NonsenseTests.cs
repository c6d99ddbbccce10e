using System.Text;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Wire;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Servers that fall silent, close, or do not speak as they should, at each point of a start.</summary>
public sealed class NonsenseTests
{
    private const string Scram = "SCRAM-SHA-256\0\0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How far a server goes before it does something else.</summary>
    public enum Point
    {
        Connected,
        Started,
        Challenging,
        Proving,
        Admitting,
        Telling,
        Obeying,
    }

    public static TheoryData<Point> Points => [.. Enum.GetValues<Point>()];

    public static TheoryData<Point> PointsOfMessages => [.. Enum.GetValues<Point>().Where(point => point > Point.Connected)];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_server_that_closes_is_lost(Point point)
    {
        await using var server = new PretendedServer(peer => GoAsync(peer, point));
        var error = await Should.ThrowAsync<Exception>(() => OpenAsync(server.Target));
        PostgresFailures.IsLostConnection(error).ShouldBeTrue(error.ToString());
        error.ShouldNotBeOfType<WireRefusedException>();
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_server_that_falls_silent_is_waited_for_only_so_long(Point point)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, point);
            await peer.WaitAsync();
        });
        var settings = server.Target;
        settings.Timeout = 1;
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings));
        error.InnerException.ShouldBeOfType<TimeoutException>();
        PostgresFailures.IsCancellation(error).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Who_gives_up_does_not_wait_for_a_server_that_is_silent(Point point)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, point);
            await given.CancelAsync();
            await peer.WaitAsync();
        });
        await Should.ThrowAsync<OperationCanceledException>(
            () => WireStart.OpenAsync(WireTarget.From(server.Target)!, given.Token).AsTask());
    }

    [Theory]
    [MemberData(nameof(PointsOfMessages))]
    public async Task An_error_is_the_server_s_own(Point point)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, point);
            await peer.SendAsync(Peer.Report('E', "FATAL", "53300", "sorry, too many clients already"));
        });
        var error = await Should.ThrowAsync<PostgresException>(() => OpenAsync(server.Target));
        error.SqlState.ShouldBe(PostgresErrorCodes.TooManyConnections);
        error.MessageText.ShouldBe("sorry, too many clients already");
    }

    [Theory]
    [MemberData(nameof(PointsOfMessages))]
    public async Task What_is_no_message_is_not_read(Point point)
    {
        byte[][] nonsense =
        [
            "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
            Peer.Message('D', [0, 0]),
            Peer.Message('T', [0, 0]),
            Peer.Message('R', [0, 0]),
            Peer.Message('R'),
            [(byte)'S', 0xFF, 0xFF, 0xFF, 0xFF],
            [(byte)'S', 0, 0, 0, 3],
            [(byte)'N', 0x7F, 0xFF, 0xFF, 0xFF],
            [0, 0, 0, 0, 0, 0],
        ];
        foreach (var bytes in nonsense)
        {
            await using var server = new PretendedServer(async peer =>
            {
                await GoAsync(peer, point);
                await peer.SendAsync(bytes);
                await peer.WaitAsync();
            });
            var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(server.Target));
            PostgresFailures.IsLostConnection(error).ShouldBeTrue(error.ToString());
        }
    }

    [Theory]
    [InlineData("r=NONCE,s=c2FsdA==,i=4096")]
    [InlineData("r=another,s=c2FsdA==,i=4096")]
    [InlineData("r=NONCEx,s=c2FsdA==,i=0")]
    [InlineData("r=NONCEx,s=c2FsdA==,i=-1")]
    [InlineData("r=NONCEx,s=c2FsdA==,i=2000000000")]
    [InlineData("r=NONCEx,s=c2FsdA==,i=many")]
    [InlineData("r=NONCEx,s=*,i=4096")]
    [InlineData("r=NONCEx,s=,i=4096")]
    [InlineData("r=NONCEx,s=c2FsdA==")]
    [InlineData("s=c2FsdA==,r=NONCEx,i=4096")]
    [InlineData("m=ext,r=NONCEx,s=c2FsdA==,i=4096")]
    [InlineData("")]
    public async Task A_challenge_that_is_none_is_not_answered(string challenge)
    {
        var isAnswered = false;
        await using var server = new PretendedServer(async peer =>
        {
            var nonce = await GoAsync(peer, Point.Challenging);
            await peer.SendAsync(Peer.Demand(11, challenge.Replace("NONCE", nonce, StringComparison.Ordinal)));
            await peer.ReadMessageAsync();
            isAnswered = true;
        });
        await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(server.Target));
        isAnswered.ShouldBeFalse();
    }

    [Theory]
    [InlineData("v=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v=")]
    [InlineData("v=*")]
    [InlineData("e=other-error")]
    [InlineData("")]
    public async Task A_server_that_does_not_know_the_password_is_refused(string proof)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, Point.Proving);
            await peer.SendAsync(Peer.Demand(12, proof), Peer.Demand(0), Peer.Settings, Peer.Ready);
            await peer.WaitAsync();
        });
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(server.Target));
        error.Message.ShouldBe("The server did not show that it knows the password.");
    }

    [Theory]
    [InlineData(Point.Challenging)]
    [InlineData(Point.Proving)]
    public async Task A_server_that_admits_without_a_proof_of_its_own_is_refused(Point point)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, point);
            await peer.SendAsync(Peer.Demand(0), Peer.Settings, Peer.Ready);
            await peer.WaitAsync();
        });
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(server.Target));
        error.Message.ShouldBe("The server broke the exchange of proofs off.");
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(7, "")]
    [InlineData(9, "")]
    [InlineData(99, "")]
    [InlineData(5, "salt is too long")]
    [InlineData(10, "OAUTHBEARER\0\0")]
    [InlineData(10, "")]
    [InlineData(3, "")]
    public async Task A_method_that_is_not_spoken_is_left_to_the_driver(int method, string data)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await peer.ReadStartAsync();
            await peer.SendAsync(Peer.Demand(method, data));
            await peer.WaitAsync();
        });
        await Should.ThrowAsync<WireRefusedException>(() => OpenAsync(server.Target));
    }

    [Fact]
    public async Task A_binding_that_is_offered_without_encryption_is_refused()
    {
        await using var server = new PretendedServer(async peer =>
        {
            await peer.ReadStartAsync();
            await peer.SendAsync(Peer.Demand(10, "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"));
            await peer.WaitAsync();
        });
        var error = await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(server.Target));
        error.Message.ShouldBe("The server would bind a password to an encryption that is not there.");
    }

    [Theory]
    [InlineData("client_encoding", "LATIN1")]
    [InlineData("server_encoding", "SQL_ASCII")]
    [InlineData("integer_datetimes", "off")]
    [InlineData("integer_datetimes", null)]
    public async Task A_session_whose_cells_would_be_others_is_left_to_the_driver(string name, string? value)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await peer.ReadStartAsync();
            var settings = value is null
                ? [.. Peer.Setting("client_encoding", "UTF8"), .. Peer.Setting("server_encoding", "UTF8")]
                : Peer.Settings.Concat(Peer.Setting(name, value)).ToArray();
            await peer.SendAsync(Peer.Demand(0), settings, Peer.Ready);
            await peer.WaitAsync();
        });
        var error = await Should.ThrowAsync<WireRefusedException>(() => OpenAsync(server.Target));
        error.Message.ShouldBe($"The server's {name} is {value ?? "not known"}.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_server_tells_by_itself_is_in_nobody_s_way(bool isInPieces)
    {
        byte[] aside =
        [
            .. Peer.Report('N', "NOTICE", "00000", new string('x', 5000)), .. Peer.Setting("shop.open", "yes"),
        ];
        await using var server = new PretendedServer(async peer =>
        {
            Func<byte[][], Task> send = isInPieces ? peer.SendInPiecesAsync : peer.SendAsync;
            await peer.ReadStartAsync();
            await send([Peer.Message('v', Peer.Number(3 << 16), Peer.Number(0)), aside, Peer.Demand(0), aside]);
            await send([Peer.Settings, aside, Peer.Ready]);
            (await peer.ReadMessageAsync()).ShouldStartWith("SET");
            await send([aside, Peer.Done, aside, Peer.Ready, aside]);
            await peer.WaitAsync();
        });
        await using var link = await OpenAsync(server.Target);
        link.Parameters["shop.open"].ShouldBe("yes");
        link.Process.ShouldBe(0);
        await link.CancelAsync(Stop);
        var behind = new byte[aside.Length];
        for (var have = 0; have < behind.Length;)
            have += await link.ReceiveAsync(behind.AsMemory(have, Math.Min(7, behind.Length - have)), Stop);
        behind.ShouldBe(aside);
    }

    [Fact]
    public async Task A_session_that_may_not_be_made_to_read_only_is_none()
    {
        await using var server = new PretendedServer(async peer =>
        {
            await GoAsync(peer, Point.Obeying);
            await peer.SendAsync(Peer.Report('E', "ERROR", "42501", "permission denied"), Peer.Ready);
            await peer.WaitAsync();
        });
        (await Should.ThrowAsync<PostgresException>(() => OpenAsync(server.Target))).SqlState.ShouldBe("42501");
    }

    [Theory]
    [InlineData(SslMode.Require, "N", "The server does not encrypt connections from here.")]
    [InlineData(SslMode.Require, "X", "The server did not say whether it encrypts connections.")]
    [InlineData(SslMode.Require, "", "The server closed the connection.")]
    [InlineData(SslMode.Require, "E\0\0\0\bSFATAL\0", "The server did not say whether it encrypts connections.")]
    [InlineData(SslMode.Require, "S", "The connection could not be encrypted.")]
    [InlineData(SslMode.VerifyFull, "SR\0\0\0\b\0\0\0\0Z\0\0\0\u0005I", "The connection could not be encrypted.")]
    public async Task Encryption_that_is_none_is_refused(SslMode mode, string answer, string reason)
    {
        await using var server = new PretendedServer(async peer =>
        {
            await peer.ReadStartAsync();
            await peer.SendAsync(Encoding.ASCII.GetBytes(answer));
        });
        var settings = server.Target;
        settings.SslMode = mode;
        (await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings))).Message.ShouldBe(reason);
    }

    [Fact]
    public async Task A_handshake_that_stands_still_is_waited_for_only_so_long()
    {
        await using var server = new PretendedServer(async peer =>
        {
            await peer.ReadStartAsync();
            await peer.SendAsync("S"u8.ToArray());
            await peer.WaitAsync();
        });
        var settings = server.Target;
        (settings.SslMode, settings.Timeout) = (SslMode.Prefer, 1);
        (await Should.ThrowAsync<NpgsqlException>(() => OpenAsync(settings)))
            .InnerException.ShouldBeOfType<TimeoutException>();
    }

    /// <summary>Speaks as a server should, up to a point; gives the nonce of the other side, if it came to that.</summary>
    private static async Task<string> GoAsync(Peer peer, Point point)
    {
        if (point == Point.Connected) return "";
        await peer.ReadStartAsync();
        if (point == Point.Started) return "";

        // From where a password is no longer needed, a server does as if none were.
        if (point >= Point.Admitting)
        {
            await peer.SendAsync(Peer.Demand(0));
            if (point == Point.Admitting) return "";
            await peer.SendAsync(Peer.Settings, Peer.Message('K', Peer.Number(7), Peer.Number(8)));
            if (point == Point.Telling) return "";
            await peer.SendAsync(Peer.Ready);
            await peer.ReadMessageAsync();
            return "";
        }

        await peer.SendAsync(Peer.Demand(10, Scram));
        var first = await peer.ReadMessageAsync();
        var nonce = first[(first.IndexOf("r=", StringComparison.Ordinal) + 2)..];
        if (point == Point.Challenging) return nonce;
        await peer.SendAsync(Peer.Demand(11, $"r={nonce}server,s=c2FsdA==,i=4096"));
        await peer.ReadMessageAsync();
        return nonce;
    }

    private static Task<WireLink> OpenAsync(NpgsqlConnectionStringBuilder settings) =>
        WireStart.OpenAsync(WireTarget.From(settings).ShouldNotBeNull(), Stop).AsTask();
}
