using ArenaWeb.Accounts;

namespace ArenaWeb.Hosting;

/// <summary>
/// An arena without staff could never be used: the first start makes one organiser, whose password stands in a file of the data
/// folder, to be read by whoever runs the machine and by nobody else.
/// </summary>
internal sealed partial class FirstOrganiser(StaffAccounts staff, ArenaOptions options, ILogger<FirstOrganiser> log) : IHostedService
{
    public const string Login = "to-chuc";
    public const string FileName = "first-organiser.txt";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await staff.AnyAsync(cancellationToken))
        {
            return;
        }

        var password = Password.Fresh();
        var path = Path.Combine(options.DataFolder, FileName);
        await Secrets.WriteAsync(path, $"{Login}\n{password}\n", cancellationToken);
        await staff.AddAsync(Login, "Ban tổ chức", Roles.Organiser, password, cancellationToken);
        Added(log, path);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The first organiser's name and password are in {File}")]
    private static partial void Added(ILogger log, string file);
}
