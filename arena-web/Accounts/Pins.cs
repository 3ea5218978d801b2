using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Judge.Contests;

namespace ArenaWeb.Accounts;

/// <summary>
/// PINs of six digits. A million of them are soon tried by whoever steals the database, so the stored form is an HMAC-SHA256
/// under a key that is not in the database; at the door the <see cref="Throttle"/> stands. Being cheap, a thousand sign-ins at
/// 8:00 cost nothing.
/// </summary>
internal sealed class Pins
{
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    /// <param name="keysFolder">Where <c>pin.key</c> is, or is made, readable by its owner alone.</param>
    /// <exception cref="InvalidOperationException">The file is there but is no key.</exception>
    public Pins(string keysFolder)
    {
        Directory.CreateDirectory(keysFolder);
        var path = Path.Combine(keysFolder, "pin.key");
        _key = File.Exists(path) ? File.ReadAllBytes(path) : Make(path);
        if (_key.Length != KeyBytes)
        {
            throw new InvalidOperationException(
                $"{path} is damaged: put it back from a backup, or delete it and give every pupil a new PIN."
            );
        }
    }

    /// <summary>Six digits, each value as likely as any other.</summary>
    public static string Fresh() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public string Hash(ContestId contest, string sbd, string pin) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{contest.Value}|{sbd}|{pin}"));

    /// <summary>Of any short secret, with what it belongs to.</summary>
    public string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    /// <summary>Compares in constant time.</summary>
    public bool Fits(string hash, ContestId contest, string sbd, string pin) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(contest, sbd, pin)));

    private static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(path, options);
        file.Write(key);
        file.Flush(flushToDisk: true);
        return key;
    }
}
