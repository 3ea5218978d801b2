using Judge.Messages;

namespace ArenaWeb.Words;

/// <summary>Every sentence of the site in every language, read once from the embedded word files.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<SiteLanguage, MessageCatalog> _catalogs = SiteLanguage.All.ToDictionary(
        language => language,
        language => new MessageCatalog(typeof(Lexicon).Assembly, language.Code, language.Culture)
    );

    public MessageCatalog this[SiteLanguage language] => _catalogs[language];
}
