namespace ArenaWeb.Clarifications.Threads;

/// <summary>Wires questions, answers and announcements.</summary>
internal static class ClarificationsSetup
{
    public static IServiceCollection AddClarifications(this IServiceCollection services) =>
        services
            .AddSingleton<ClarificationStore>()
            .AddSingleton<CannedAnswers>()
            .AddSingleton<PupilNewsReader>()
            .AddHostedService<Herald>();
}
