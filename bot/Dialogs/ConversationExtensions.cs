using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The conversation: the bot, its state and its dialogs.</summary>
public static class ConversationExtensions
{
    /// <summary>
    /// Registers <see cref="IBot"/>. Needs <c>GuideLibrary</c>, <c>PolicyLibrary</c>, <c>PlaceCatalog</c>, <c>PlaceParser</c>,
    /// <c>IDeterminer</c>, <c>IAnswerer</c>, <c>UtteranceReader</c>, <c>IStorage</c>, <c>IFilingDesk</c>, <c>IUploadStore</c>,
    /// <c>IPreparedPapers</c>, <c>IAuditLog</c> and <c>IPersonalDataEraser</c>.
    /// </summary>
    public static IServiceCollection AddConversation(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(AgencyOptions.From(configuration));
        services.AddSingleton(Texts.Load());
        AddInterviews(services);
        AddWording(services);
        AddDialogs(services);
        return services;
    }

    private static void AddInterviews(IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var facts = provider.GetRequiredService<PolicyLibrary>().Facts;
            var options = facts.All.ToDictionary(
                fact => fact.Name,
                IReadOnlyList<AskOption> (fact) => [.. fact.Options.Select(option => new AskOption(option.Value, option.Label))],
                StringComparer.Ordinal);
            return ValueReader.Rules(
                provider.GetRequiredService<PlaceCatalog>(), fact => options.GetValueOrDefault(fact) ?? []);
        });
        services.AddSingleton<InterviewQuestions>();
        services.AddSingleton<CitizenInterview>();
    }

    private static void AddWording(IServiceCollection services)
    {
        services.AddSingleton<CitationText>();
        services.AddSingleton<TierText>();
        services.AddSingleton<ContactText>();
        services.AddSingleton<GeneralGuide>();
        services.AddSingleton<GuidePlaces>();
        services.AddSingleton<ValueText>();
        services.AddSingleton<OtherCare>();
        services.AddSingleton<PapersText>();
        services.AddSingleton<ReminderText>();
        services.AddSingleton<DeterminationText>();
        services.AddSingleton<CaseText>();
        services.AddSingleton<ReviewText>();
        services.AddSingleton<QuestionText>();
        services.AddSingleton<AnswerText>();
        services.AddSingleton<FilingText>();
    }

    private static void AddDialogs(IServiceCollection services)
    {
        services.AddSingleton<AmountReader>();
        services.AddSingleton<ValueReader>();
        services.AddSingleton<PlaceReader>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<CorrectionReader>();
        services.AddSingleton<InterviewWriter>();
        services.AddSingleton<DocumentHandover>();
        services.AddSingleton<PaperHandout>();
        services.AddSingleton<FilingConfirmation>();
        services.AddSingleton<InterviewDialog>();
        services.AddSingleton<AnswerDialog>();
        services.AddSingleton<StatusDialog>();
        services.AddSingleton<EraseDialog>();
        services.AddSingleton<WithdrawDialog>();
        services.AddSingleton<ConsentRecord>();
        services.AddSingleton<ConversationDialogs>();
        services.AddSingleton<Greeter>();
        services.AddSingleton<Buttons>();
        services.AddSingleton<Listener>();
        services.AddSingleton<OwnCase>();
        services.AddSingleton<Starter>();
        services.AddSingleton<Router>();
        services.TryAddSingleton<ConversationState>();
        services.AddSingleton<IBot, PolicyBotHandler>();
    }
}
