namespace Judge.Queue;

/// <summary>The desk of whichever arena answers.</summary>
internal static class AnyDesk
{
    public static IJudgeDesk Of(IGrainFactory grains) => new Desk(grains);

    /// <summary>
    /// A client sends all calls to one grain through one arena as long as its connection stands, and that of an arena that hangs stands for
    /// minutes. All keys name the same desk, so another key after a failure is another way to it.
    /// </summary>
    private sealed class Desk(IGrainFactory grains) : IJudgeDesk
    {
        private long _key;

        public Task<Orders> ReportAsync(NodeReport report) => AskAsync(desk => desk.ReportAsync(report));

        public Task TellAsync(News news) =>
            AskAsync(async desk =>
            {
                await desk.TellAsync(news);
                return true;
            });

        public Task<Piece> FetchAsync(PieceRequest request) => AskAsync(desk => desk.FetchAsync(request));

        private async Task<T> AskAsync<T>(Func<IJudgeDesk, Task<T>> ask)
        {
            var key = Volatile.Read(ref _key);
            try
            {
                return await ask(grains.GetGrain<IJudgeDesk>(key));
            }
            catch
            {
                Interlocked.CompareExchange(ref _key, key + 1, key);
                throw;
            }
        }
    }
}
