using System.Globalization;
using Judge.Sandbox.Runner;

namespace Judge.Tests.Sandbox.Runner;

public sealed class SocketFolderTests : IDisposable
{
    /// <summary>Above the greatest number that Linux gives a process (2^22).</summary>
    private const int NoProcess = 1 << 22;

    private readonly string _parent = Directory.CreateTempSubdirectory("sockets-").FullName;

    [Fact]
    public async Task Judges_that_start_together_sweep_together()
    {
        const int Judges = 8;
        using var start = new Barrier(Judges);
        for (var round = 0; round < 20; round++)
        {
            LeaveDead(30);
            var folders = await Task.WhenAll(
                Enumerable.Range(0, Judges).Select(_ => Task.Factory.StartNew(CreateAtOnce, TaskCreationOptions.LongRunning))
            );

            Assert.Equal(folders.Select(f => f.Name).Order(), Directory.GetDirectories(_parent).Select(Path.GetFileName).Order());
            Array.ForEach(folders, f => f.Dispose());
        }

        SocketFolder CreateAtOnce()
        {
            start.SignalAndWait();
            return SocketFolder.Create(_parent);
        }
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private void LeaveDead(int judges)
    {
        foreach (var number in Enumerable.Range(1, judges))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{NoProcess + number}.1");
            var box = Directory.CreateDirectory(Path.Combine(_parent, name, "1"));
            File.WriteAllText(Path.Combine(box.FullName, RunnerListener.SocketName), "");
        }
    }
}
