using Judge.Problems;
using Judge.Problems.Package;
using Judge.Sandbox;
using Judge.Tests.Problems.Package;
using Judge.Verify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Tests.Verify;

/// <summary>Verifications in the background; the boxes are not ready before <see cref="_ready"/>.</summary>
public sealed class PackageChecksTests : IDisposable
{
    private readonly PackageFolder _package = new();
    private readonly TaskCompletionSource<IPackageRunner> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PackageChecks _checks;
    private readonly string _name;

    public PackageChecksTests()
    {
        var languages = Languages.Load(Path.Combine(Support.Repository.Root, "sandbox-images"));
        _name = Path.GetFileName(_package.Path);
        _checks = new PackageChecks(
            _ready.Task.WaitAsync,
            new ProblemLibrary([_package.Parent], TimeProvider.System, NullLogger<ProblemLibrary>.Instance),
            languages,
            new Proofs(Path.Combine(_package.Parent, ".proofs")),
            TimeProvider.System,
            NullLogger<PackageChecks>.Instance
        );
    }

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task One_package_is_verified_at_a_time_and_others_wait_for_their_turn()
    {
        Assert.Null(_checks.Of(_name));
        Assert.True(_checks.Start(_name));
        Assert.True(_checks.Of(_name)!.IsRunning);
        Assert.False(_checks.Start(_name));
        Assert.True(_checks.Start("other"));
        Assert.False(_checks.Start("other"));
        Assert.True(_checks.Of("other")!.IsRunning);
        Assert.False(_checks.Of("other")!.HasBegun);
        _ready.SetException(new SandboxException("There is no Docker engine."));
        await DoneAsync();
        Assert.Contains("no such package", (await DoneAsync("other")).Failure);
        Assert.True(_checks.Start(_name));
    }

    [Fact]
    public async Task What_went_wrong_is_said()
    {
        _checks.Start("khongco");
        Assert.Contains("no such package", (await DoneAsync("khongco")).Failure);
        _ready.SetException(new SandboxException("There is no Docker engine."));
        _checks.Start(_name);
        Assert.Equal("There is no Docker engine.", (await DoneAsync()).Failure);
    }

    [Fact]
    public async Task The_end_of_the_program_ends_a_check()
    {
        _checks.Start(_name);
        await _checks.DisposeAsync();
        Assert.False(_checks.Of(_name)!.IsRunning);
    }

    private async Task<PackageCheck> DoneAsync(string? name = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (_checks.Of(name ?? _name)!.IsRunning)
        {
            await Task.Delay(5, patience.Token);
        }
        return _checks.Of(name ?? _name)!;
    }
}
