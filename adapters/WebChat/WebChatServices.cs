using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Turns;
using PolicyBot.Adapters.WebChat.Conversations;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Pages;
using PolicyBot.Adapters.WebChat.Routes;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat;

/// <summary>The web chat: a Direct Line 3.0 server and a page that talks to it.</summary>
public static class WebChatServices
{
    private const string CorsPolicy = "WebChat";

    /// <summary>
    /// Needs an <see cref="IBot"/>, a <see cref="Storage.BotDatabase"/> and a <see cref="Storage.IUploadStore"/> from
    /// whoever hosts it. Options come from the section <c>WebChat</c>; a wrong one stops the start.
    /// </summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebChatOptions>().Bind(configuration.GetSection(WebChatOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<WebChatOptions>((cors, options) =>
            cors.AddPolicy(CorsPolicy, policy => policy
                .WithOrigins(options.Origins)
                .WithHeaders("authorization", "content-type", "x-ms-bot-agent")
                .WithMethods("GET", "POST", "OPTIONS")
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));

        // Whoever reads a log must not be able to open somebody's stream: the host's own request log shows the query
        // with the token in it (the hole of Chatwoot#15775). Ours is the most specific rule, so it stands.
        services.Configure<LoggerFilterOptions>(filter =>
            filter.Rules.Add(new(providerName: null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, filter: null)));

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TurnGate>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<WebChatOptions>>().Value);
        services.AddSingleton(provider => new TokenService(
            TokenKey.Load(provider.GetRequiredService<WebChatOptions>(), provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PassOffice>();
        services.AddSingleton<Limits>();
        services.AddSingleton<ConversationHistory>();
        services.AddSingleton<IPersonalDataStore>(provider => provider.GetRequiredService<ConversationHistory>());
        services.AddSingleton<StreamHub>();
        services.AddSingleton<ConversationTurns>();
        services.AddSingleton<Reception>();
        services.AddSingleton<PageFiles>();
        services.AddSingleton(provider => new WebChatAdapter(
            provider.GetRequiredService<IBot>(),
            provider.GetRequiredService<ConversationTurns>(),
            provider.GetRequiredService<ILogger<WebChatAdapter>>()));
        return services;
    }

    /// <summary>Direct Line below <c>/v3/directline</c>, the page at <c>/</c>, its files and its token below <c>/webchat</c>.</summary>
    public static WebApplication MapWebChat(this WebApplication app)
    {
        app.UseWebSockets();
        app.UseCors();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<StreamHub>().CloseAll);

        var directLine = app.MapGroup("/v3/directline").RequireCors(CorsPolicy).DisableAntiforgery();
        directLine.AddEndpointFilter(NeverCachedAsync);
        var tickets = directLine.MapGroup("");
        tickets.AddEndpointFilter<RouteGroupBuilder, TicketFilter>();

        TokenRoutes.Map(directLine, app.MapGroup("/webchat"));
        ConversationRoutes.Map(tickets);
        UploadRoutes.Map(directLine, tickets);
        StreamRoute.Map(directLine);
        PageRoutes.Map(app);

        // Web Chat asks for it for OAuth cards, which this bot has none of; 404 is a proper answer.
        directLine.MapGet("/session/getsessionid", () => Refusal.NotFound);
        return app;
    }

    private static ValueTask<object?> NeverCachedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
