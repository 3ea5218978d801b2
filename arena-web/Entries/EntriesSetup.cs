namespace ArenaWeb.Entries;

/// <summary>Wires the entries of schools and where their pupils sit.</summary>
internal static class EntriesSetup
{
    public static IServiceCollection AddEntries(this IServiceCollection services) =>
        services
            .AddSingleton<EntryTermsStore>()
            .AddSingleton<EntryStore>()
            .AddSingleton<EntryDesk>()
            .AddSingleton<ExamStore>()
            .AddSingleton<ExamDesk>()
            .AddSingleton<ClassDesk>()
            .AddSingleton<Admission>();
}
