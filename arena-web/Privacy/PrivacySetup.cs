using ArenaWeb.Privacy.Rules;
using ArenaWeb.Staff;

namespace ArenaWeb.Privacy;

/// <summary>Wires what pupils' data may be used for, and what becomes of it.</summary>
internal static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, RetentionSettings retention) =>
        services
            .AddSingleton(retention)
            .AddSingleton<Consents>()
            .AddSingleton<PrivacyRequests>()
            .AddSingleton<SchoolData>()
            .AddSingleton<SchoolExport>()
            .AddSingleton<Erasure>()
            .AddSingleton<DraftErasure>()
            .AddSingleton<RetentionService>()
            .AddHostedService(all => all.GetRequiredService<RetentionService>())
            .AddSingleton<IAlarmSource, RequestAlarms>();
}
