namespace Drill;

/// <summary>Who looks at the page of the judges, which names the arena that the dispatcher lives in.</summary>
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

    public void Dispose() => _browser.Dispose();

    private static bool IsIn(DrillArena arena, string page) => page.Contains(arena.Name, StringComparison.Ordinal);
}
