using System.Globalization;
using ArenaWeb.Accounts;

namespace Drill;

/// <summary>Somebody who hands in over HTTP.</summary>
/// <param name="first">Number of the arena to begin with.</param>
internal sealed class Pupil(IReadOnlyList<Uri> arenas, string contest, Card card, int first) : IDisposable
{
    private readonly Browser _browser = new(arenas, first);

    /// <summary>As <see cref="Browser.Trouble"/>.</summary>
    public string Trouble => _browser.Trouble;

    public async Task EnterAsync(CancellationToken ct)
    {
        await _browser.OpenFormAsync("/dang-nhap", ct);
        var fields = new Dictionary<string, string>
        {
            ["Code"] = contest,
            ["Sbd"] = card.Sbd,
            ["Pin"] = card.Pin,
        };
        await _browser.SendAsync("/dang-nhap", fields, $"/thi/{contest}", ct);
        await _browser.OpenFormAsync($"/thi/{contest}/bai/A", ct);
    }

    /// <summary>Hands in until somebody has accepted it.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> HandInAsync(string label, string language, string source, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>
        {
            ["key"] = Guid.NewGuid().ToString(),
            ["language"] = language,
            ["source"] = source,
        };
        var address = await _browser.SendAsync($"/thi/{contest}/bai/{label}", fields, $"/thi/{contest}/bai-nop/", ct);
        return long.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _browser.Dispose();
}
