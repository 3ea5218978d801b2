using Judge.Sandbox;

namespace Sandbox.Tests;

/// <summary>Boxes in which every Python program is born of an interpreter that waits, where it can be.</summary>
public sealed class ForkedBoxesFixture() : Boxes(SandboxKindName.Bubblewrap)
{
    private protected override ISandbox Dress(ISandbox sandbox) => new Forking(sandbox);

    private sealed class Forking(ISandbox inner) : ISandbox
    {
        public SandboxKind Kind => inner.Kind;

        public int Slots => inner.Slots;

        public bool IsWanted => inner.IsWanted;

        public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct) =>
            new ForkingBox(await inner.OpenAsync(image, memoryBytes, ct));

        public async Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
            await inner.TryOpenIdleAsync(image, memoryBytes, ct) is { } box ? new ForkingBox(box) : null;

        public Task CheckAsync(CancellationToken ct) => inner.CheckAsync(ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class ForkingBox(IBox inner) : IBox
    {
        public Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct) => inner.PutAsync(files, ct);

        public Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct) =>
            inner.RunAsync(command with { Fork = command.Arguments[0] == "/usr/bin/python3" }, limits, ct);

        public Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct) =>
            inner.OpenCompanionAsync(image, memoryBytes, ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

public sealed class ForkedContract(ForkedBoxesFixture boxes) : SandboxContract(boxes);

public sealed class ForkedFiles(ForkedBoxesFixture boxes) : FilesContract(boxes);

public sealed class ForkedFolders(ForkedBoxesFixture boxes) : FoldersContract(boxes);

public sealed class ForkedInput(ForkedBoxesFixture boxes) : InputContract(boxes);

public sealed class ForkedLimits(ForkedBoxesFixture boxes) : LimitsContract(boxes);

public sealed class ForkedUse(ForkedBoxesFixture boxes) : UseContract(boxes);

public sealed class ForkedPipes(ForkedBoxesFixture boxes) : PipeContract(boxes);
