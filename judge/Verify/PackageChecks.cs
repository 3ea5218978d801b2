using Judge.Problems;
using Judge.Problems.Package;
using Judge.Sandbox;
using Microsoft.Extensions.Logging;

namespace Judge.Verify;

/// <summary>
/// Verifies packages in the background of a program that judges, one at a time and in the boxes that submissions are judged in. The
/// last check of a package is kept in memory until the program ends; the proof that comes of it is kept for good.
/// </summary>
public sealed class PackageChecks : IAsyncDisposable
{
    private const int MostKept = 30;

    private readonly Func<CancellationToken, Task<IPackageRunner>> _runner;
    private readonly ProblemLibrary _library;
    private readonly Languages _languages;
    private readonly Proofs _proofs;
    private readonly TimeProvider _time;
    private readonly ILogger<PackageChecks> _log;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PackageCheck> _checks = [];
    private Task _work = Task.CompletedTask;

    /// <param name="runner">Makes the boxes ready; throws <see cref="SandboxException"/> where there are none.</param>
    internal PackageChecks(
        Func<CancellationToken, Task<IPackageRunner>> runner,
        ProblemLibrary library,
        Languages languages,
        Proofs proofs,
        TimeProvider time,
        ILogger<PackageChecks> log
    ) => (_runner, _library, _languages, _proofs, _time, _log) = (runner, library, languages, proofs, time, log);

    /// <summary>
    /// Puts a package in line to be verified, and begins if there is no other; false: it is in line already, and nothing was done.
    /// </summary>
    public bool Start(string name)
    {
        lock (_gate)
        {
            if (_checks.GetValueOrDefault(name) is { IsRunning: true } || _end.IsCancellationRequested)
            {
                return false;
            }

            foreach (
                var old in _checks
                    .Values.Where(check => !check.IsRunning)
                    .OrderByDescending(check => check.StartedAt)
                    .Skip(MostKept - 1)
                    .ToList()
            )
            {
                _checks.Remove(old.Name);
            }

            _checks[name] = new PackageCheck(name, _time.GetUtcNow());
            var before = _work;
            _work = Task.Run(async () =>
            {
                await before;
                await RunAsync(name);
            });
            return true;
        }
    }

    /// <summary>The last check of a package; null: there was none.</summary>
    public PackageCheck? Of(string name)
    {
        lock (_gate)
        {
            return _checks.GetValueOrDefault(name);
        }
    }

    /// <summary>Ends what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Task work;
        lock (_gate)
        {
            work = _work;
        }

        await work;
        _end.Dispose();
    }

    private async Task RunAsync(string name)
    {
        try
        {
            var package = _library.Look(name) ?? throw new PackageException(name, "there is no such package.");
            var problem = package.Problem ?? throw package.Trouble!;
            var stamp = ProofRule.StampOf(problem);
            Set(name, check => check with { HasBegun = true });
            var runner = await _runner(_end.Token);
            var result = await new VerifyPackage(runner, _languages).RunAsync(
                problem,
                (step, share) => Set(name, check => check with { Step = step, Share = share }),
                _end.Token
            );
            _proofs.Keep(ProofRule.Of(result, stamp, _time.GetUtcNow()));
            Set(name, check => check with { Result = result, Share = 1 });
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            Set(name, check => check with { Failure = "The program was stopped." });
        }
        catch (Exception e)
        {
            if (e is not (PackageException or SandboxException))
            {
                _log.LogError(e, "The package {Problem} could not be verified", name);
            }

            Set(name, check => check with { Failure = e.Message });
        }
    }

    private void Set(string name, Func<PackageCheck, PackageCheck> change)
    {
        lock (_gate)
        {
            _checks[name] = change(_checks[name]);
        }
    }
}
