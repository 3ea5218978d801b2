namespace ArenaWeb.Access;

/// <summary>Wires who sees what.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services.AddSingleton<Askers>().AddSingleton<AccessLog>().AddSingleton<PeopleChanges>().AddSingleton<AccessGate>();

    /// <summary>After authorization, which is the coarse gate.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<AccessGate>();
        app.Use(gate.PassAsync);
        return app;
    }

    /// <summary>Who asks, on endpoints for staff.</summary>
    public static Asker Asker(this HttpContext http) => http.Features.Get<Asker>() ?? Access.Asker.Nobody;

    /// <summary>What whoever asks may see of the house, on endpoints for staff.</summary>
    public static Rights House(this HttpContext http) => Rights.Of(http.Asker(), Subject.House, default);
}
