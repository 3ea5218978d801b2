using Judge.Problems;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Verify;

namespace Judge.Worker;

/// <summary>Boxes for an import, looked for only where a package has programs to try.</summary>
internal sealed class TrialBoxes : IAsyncDisposable
{
    private readonly Places _places;
    private LateSandbox? _sandbox;
    private BoxedPackageRunner? _runner;

    public TrialBoxes(Places places)
    {
        _places = places;
        Trial = new ProgramTrial(RunnerAsync);
    }

    public ProgramTrial Trial { get; }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    private async Task<IPackageRunner> RunnerAsync(CancellationToken ct)
    {
        if (_runner is null)
        {
            _sandbox ??= Boxes.Late(_places, slots: 0);
            await _sandbox.CheckAsync(ct);
            _runner = new BoxedPackageRunner(_sandbox, Languages.Load(_places.Languages), new ScriptHosts(_places.Scripts));
        }

        return _runner;
    }
}
