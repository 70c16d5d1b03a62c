namespace PolicyBot.Bot.Dialogs;

/// <summary>The operating agency's own settings (section <c>Agency</c>); nothing of them is a claim of a guide.</summary>
/// <param name="HotlineName">What the hotline is called, such as 医保服务热线.</param>
/// <param name="Hotline">Its phone number, such as 12393.</param>
/// <param name="WorkInjuryHotlineName">What the hotline for work injuries is called, which is another agency's.</param>
/// <param name="WorkInjuryHotline">Its phone number, such as 12333.</param>
public sealed record AgencyOptions(
    string? HotlineName, string? Hotline, string? WorkInjuryHotlineName = null, string? WorkInjuryHotline = null)
{
    public static AgencyOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var agency = configuration.GetSection("Agency");
        return new(agency[nameof(HotlineName)], agency[nameof(Hotline)], agency[nameof(WorkInjuryHotlineName)], agency[nameof(WorkInjuryHotline)]);
    }

    /// <summary>Scheme, name and number of each hotline that is configured.</summary>
    public IEnumerable<(string Scheme, string? Name, string Phone)> Hotlines
    {
        get
        {
            if (!string.IsNullOrEmpty(Hotline))
            {
                yield return ("medical", HotlineName, Hotline);
            }

            if (!string.IsNullOrEmpty(WorkInjuryHotline))
            {
                yield return ("work-injury", WorkInjuryHotlineName, WorkInjuryHotline);
            }
        }
    }
}
