namespace PolicyBot.Bot.Dialogs;

/// <summary>The operating agency's own settings (section <c>Agency</c>); nothing of them is a claim of a guide.</summary>
/// <param name="HotlineName">What the hotline is called, such as 医保服务热线.</param>
/// <param name="Hotline">Its phone number, such as 12393.</param>
public sealed record AgencyOptions(string? HotlineName, string? Hotline);
