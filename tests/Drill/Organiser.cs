namespace Drill;

/// <summary>Who looks at the page of the judges and presses its buttons.</summary>
internal sealed class Organiser(IReadOnlyList<Uri> arenas) : IDisposable
{
    public const string Login = "organiser";
    public const string Password = "a password for the drill";

    private readonly Browser _browser = new(arenas, 0);

    public async Task EnterAsync(CancellationToken ct)
    {
        await _browser.OpenFormAsync("/dang-nhap/can-bo", ct);
        await _browser.SendAsync("/dang-nhap/can-bo", new() { ["Login"] = Login, ["Password"] = Password }, "/", ct);
    }

    /// <summary>The one of these that the dispatcher lives in, once a page says so.</summary>
    public async Task<DrillArena> DispatcherAsync(IReadOnlyList<DrillArena> among, CancellationToken ct)
    {
        var page = await _browser.OpenAsync("/btc/may-cham?phan=1", page => among.Any(arena => IsIn(arena, page)), ct);
        return among.First(arena => IsIn(arena, page));
    }

    /// <summary>Presses the button that gives a node no more work, or that gives it work again.</summary>
    public async Task DrainAsync(string node, bool drained, CancellationToken ct)
    {
        await _browser.OpenAsync("/btc/may-cham", page => page.Contains(node, StringComparison.Ordinal), ct);
        var handler = drained ? "Drain" : "Resume";
        await _browser.SendAsync($"/btc/may-cham?handler={handler}", new() { ["node"] = node }, "/btc/may-cham", ct);
    }

    public void Dispose() => _browser.Dispose();

    private static bool IsIn(DrillArena arena, string page) => page.Contains(arena.Name, StringComparison.Ordinal);
}
