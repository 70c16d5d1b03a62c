using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge;
using PolicyBot.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Tests.Adapters.Filings;

/// <summary>The contract says what the service does, and nothing that it does not.</summary>
public sealed class OpenApiTests
{
    private static readonly YamlMappingNode Contract = Load();

    [Fact]
    public async Task EveryRouteIsDescribedAndEveryDescribedOneThatIsNotPlannedExists()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FilingHost.StartAsync(folder, new ManualClock(Some.Morning));
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}"));
        Assert.Equal(Operations().Where(operation => !operation.Planned).Select(operation => operation.Name).Order(), routes.Order());
    }

    [Fact]
    public async Task WhatIsPlannedIsNotPretended()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FilingHost.StartAsync(folder, new ManualClock(Some.Morning));
        using var client = host.Client();
        var planned = Operations().Where(operation => operation.Planned).Select(operation => operation.Name).ToList();
        Assert.Equal(["cancellation", "changes", "extension", "supplements"], planned.Select(name => name.Split('/')[^1]).Order());
        foreach (var name in planned)
        {
            var path = name.Split(' ')[1].Replace("{number}", "320509-20261201-0000000", StringComparison.Ordinal);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.PostAsync(path, null)).StatusCode);
        }
    }

    [Theory]
    [InlineData(typeof(FilingSubmission))]
    [InlineData(typeof(Person))]
    [InlineData(typeof(SubmittedDocument))]
    [InlineData(typeof(Consent))]
    [InlineData(typeof(Filing))]
    [InlineData(typeof(FilingEvent))]
    [InlineData(typeof(FilingAttachment))]
    [InlineData(typeof(FilingApiProblem))]
    [InlineData(typeof(FilingProblem))]
    [InlineData(typeof(Citation))]
    public void EverySchemaHasThePropertiesOfItsType(Type type)
    {
        var schema = Map(Map(Contract, "components", "schemas"), type.Name);
        var properties = FilingJson.Options.GetTypeInfo(type).Properties;
        Assert.Equal(properties.Select(property => property.Name).Order(), Map(schema, "properties").Children.Keys.Select(Text).Order());
    }

    [Theory]
    [InlineData(typeof(FilingSubmission))]
    [InlineData(typeof(Person))]
    [InlineData(typeof(SubmittedDocument))]
    [InlineData(typeof(Consent))]
    public void WhatTheServiceRequiresIsMarkedRequired(Type type)
    {
        var required = ((YamlSequenceNode)Map(Map(Contract, "components", "schemas"), type.Name).Children["required"]).Select(Text);
        Assert.Equal(FilingJson.Options.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name).Order(), required.Order());
    }

    [Fact]
    public void TheStatesAreThoseOfTheService()
    {
        var described = ((YamlSequenceNode)Map(Map(Contract, "components", "schemas"), "FilingState").Children["enum"]).Select(Text);
        Assert.Equal(Enum.GetValues<FilingState>().Select(state => JsonSerializer.Serialize(state, FilingJson.Options).Trim('"')), described);
    }

    [Fact]
    public void EveryReferenceLeadsSomewhere()
    {
        foreach (var reference in Contract.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("$ref")).Select(node => Text(node["$ref"])))
        {
            Assert.NotNull(Map(Contract, [.. reference.Split('/').Skip(1)]));
        }
    }

    private static IEnumerable<(string Name, bool Planned)> Operations() =>
        from path in Map(Contract, "paths").Children
        from operation in ((YamlMappingNode)path.Value).Children
        select ($"{Text(operation.Key).ToUpperInvariant()} /filing-api{Text(path.Key)}", ((YamlMappingNode)operation.Value).Children.ContainsKey("x-status"));

    private static YamlMappingNode Map(YamlNode node, params string[] path) => (YamlMappingNode)path.Aggregate(node, (current, name) => current[name]);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Load()
    {
        using var reader = File.OpenText(Repository.Path("adapters", "Filing", "openapi.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
