using Microsoft.Playwright;

namespace EndToEnd.Tests.Stack;

/// <summary>Takes a thing, moves it in small steps, and lets it go.</summary>
internal abstract class Hand
{
    private const int Steps = 10;
    private (float X, float Y) _at;

    public async Task TakeAsync(float x, float y)
    {
        _at = (x, y);
        await DownAsync(x, y);
    }

    public async Task MoveAsync(float x, float y)
    {
        var from = _at;
        for (var step = 1; step <= Steps; step++)
        {
            _at = (from.X + (x - from.X) * step / Steps, from.Y + (y - from.Y) * step / Steps);
            await ToAsync(_at.X, _at.Y);
        }
    }

    public abstract Task LetGoAsync();

    protected abstract Task DownAsync(float x, float y);

    protected abstract Task ToAsync(float x, float y);
}

internal sealed class Mouse(IPage tab) : Hand
{
    public override Task LetGoAsync() => tab.Mouse.UpAsync();

    protected override async Task DownAsync(float x, float y)
    {
        await tab.Mouse.MoveAsync(x, y);
        await tab.Mouse.DownAsync();
    }

    protected override Task ToAsync(float x, float y) => tab.Mouse.MoveAsync(x, y);
}

/// <param name="session">Of the tab that is touched, by which Chromium takes touches.</param>
internal sealed class Finger(ICDPSession session) : Hand
{
    public override Task LetGoAsync() => TouchAsync("touchEnd");

    protected override Task DownAsync(float x, float y) => TouchAsync("touchStart", (x, y));

    protected override Task ToAsync(float x, float y) => TouchAsync("touchMove", (x, y));

    private Task TouchAsync(string type, params (float X, float Y)[] points) =>
        session.SendAsync(
            "Input.dispatchTouchEvent",
            new()
            {
                ["type"] = type,
                ["touchPoints"] = Array.ConvertAll(points, at => new Dictionary<string, object> { ["x"] = at.X, ["y"] = at.Y }),
            }
        );
}
