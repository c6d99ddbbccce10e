using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Shows the server who asks, in the way that it demands.</summary>
internal static class WireLogin
{
    private const int Passed = 0;
    private const int Cleartext = 3;
    private const int Md5 = 5;
    private const int Sasl = 10;
    private const int LengthOfSalt = 4;

    /// <summary>Returns when the server has admitted the role.</summary>
    public static async ValueTask PassAsync(
        WireTransport transport, WireInbox inbox, WireTarget target, CancellationToken stop)
    {
        for (var isAnswered = false; ; isAnswered = true)
        {
            var (method, data) = await NextAsync(inbox, stop);
            if (method == Passed)
            {
                if (target.ChannelBinding == ChannelBinding.Require && !isAnswered) throw Unbound();
                return;
            }

            if (isAnswered) throw new NpgsqlException("The server demands a second proof of who asks.");
            if (method == Sasl)
            {
                await ScramLogin.PassAsync(transport, inbox, target, data, stop);
                continue;
            }

            if (target.ChannelBinding == ChannelBinding.Require) throw Unbound();
            await transport.SendAsync(WireOutbox.Password(method switch
            {
                Cleartext when transport.IsEncrypted || target.IsUnixSocket => PasswordOf(target),
                Cleartext => throw new WireRefusedException("A readable password is sent over encryption only."),
                Md5 when data.Length == LengthOfSalt => Md5Of(PasswordOf(target), target.User, data.Span),
                _ => throw new WireRefusedException($"The server demands the authentication method {method}."),
            }), stop);
        }
    }

    /// <summary>The next demand of the server, and what belongs to it.</summary>
    public static async ValueTask<(int Method, ReadOnlyMemory<byte> Data)> NextAsync(
        WireInbox inbox, CancellationToken stop)
    {
        while (true)
        {
            switch (await inbox.NextAsync(stop))
            {
                case 'R' when inbox.Body.Length >= sizeof(int):
                    return (BinaryPrimitives.ReadInt32BigEndian(inbox.Body.Span), inbox.Body[sizeof(int)..]);
                case 'E':
                    throw WireErrors.Read(inbox.Body.Span);

                // It speaks no newer minor version, which none was asked for; options of the protocol were none.
                case 'v' or 'N' or 'S':
                    break;
                case var type:
                    throw new NpgsqlException($"The server sent {type} in place of a demand for a password.");
            }
        }
    }

    /// <summary>The role's password.</summary>
    public static string PasswordOf(WireTarget target) => target.Password() is { Length: > 0 } password
        ? password
        : throw new NpgsqlException("The server demands a password, and there is none.");

    private static WireRefusedException Unbound() =>
        new("The server admits the role without binding that to the encrypted connection.");

    /// <summary>What the manual prescribes ("Start-up", <c>AuthenticationMD5Password</c>).</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The server chooses, and the protocol knows no other.")]
    private static string Md5Of(string password, string user, ReadOnlySpan<byte> salt)
    {
        var inner = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + user)));
        return $"md5{Convert.ToHexStringLower(MD5.HashData([.. Encoding.ASCII.GetBytes(inner), .. salt]))}";
    }
}
