using System.Security.Cryptography;
using System.Text.Json;
using ArenaWeb.Accounts;

namespace ArenaWeb.Hosting;

/// <summary>Sign-in cards of the demo contest, kept in a file that only its owner may read.</summary>
/// <param name="Contest">Code of the contest that the pupil enters.</param>
internal sealed record DemoCards(
    string Contest,
    string Sbd,
    string Pin,
    string Juror,
    string JurorPassword,
    string Organiser,
    string OrganiserPassword
)
{
    private const string FileName = "demo-cards.json";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The cards of the first start, or fresh ones. They are on disk before any account is made with them.</summary>
    public static async Task<DemoCards> ReadOrMakeAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize<DemoCards>(await File.ReadAllTextAsync(path, ct), Form)
                ?? throw new WrongSettingException($"{path} is damaged: remove the data folder, or turn the demo off.");
        }
        var cards = new DemoCards(DemoContest.PointsCode, "001", Digits(), "giamkhao", Password.Fresh(), "bantochuc", Password.Fresh());
        await Secrets.WriteAsync(path, JsonSerializer.Serialize(cards, Form) + "\n", ct);
        return cards;
    }

    private static string Digits() => RandomNumberGenerator.GetString("0123456789", 6);
}
