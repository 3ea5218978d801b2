namespace ArenaWeb.Words;

internal static class WordsSetup
{
    /// <summary>Registers the words and, for each request, <see cref="Phrases"/> in its language.</summary>
    public static IServiceCollection AddWords(this IServiceCollection services) =>
        services
            .AddHttpContextAccessor()
            .AddSingleton<Lexicon>()
            .AddScoped(provider => new Phrases(
                provider.GetRequiredService<Lexicon>(),
                Appearance.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext).Language
            ));
}
