using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AlertWorker.Channels;

/// <summary>
/// Callback data of buttons: says nothing to whoever reads it, and is worth nothing in another chat. A verb, a hash of its argument,
/// and a keyed hash over both and the chat; 64 bytes are the Bot API's limit, this takes 29.
/// </summary>
/// <param name="token">The bot's token: a new one makes every old button expire.</param>
public sealed class ButtonSeal(string token)
{
    /// <summary>Whose buttons these are.</summary>
    public string Token => token;

    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "callback-data"u8);

    /// <summary>The data of a button.</summary>
    /// <param name="chat">The chat it is shown in.</param>
    /// <param name="verb">What it does.</param>
    /// <param name="hash">What it does it to: the <see cref="Hash"/> of its argument.</param>
    public string Seal(long chat, char verb, string hash) => $"{verb}{hash}{Mac(chat, verb, hash)}";

    /// <summary>Reads the data of a pressed button; null when it was not made for this chat by us.</summary>
    public (char Verb, string Hash)? Open(long chat, string? data)
    {
        if (data is not { Length: 29 })
            return null;
        var (verb, hash) = (data[0], data[1..12]);
        var same = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(data[12..]),
            Encoding.UTF8.GetBytes(Mac(chat, verb, hash))
        );
        return same ? (verb, hash) : null;
    }

    /// <summary>The argument among the possible ones that has this hash; null when it is none of them any more.</summary>
    public static string? Find(string hash, IEnumerable<string> arguments) =>
        arguments.FirstOrDefault(argument => Hash(argument) == hash);

    /// <summary>What stands for an argument in the data of a button.</summary>
    public static string Hash(string argument) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(argument)).AsSpan(0, 8));

    private string Mac(long chat, char verb, string hash) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{chat}\n{verb}\n{hash}")))
        )[..17];
}
