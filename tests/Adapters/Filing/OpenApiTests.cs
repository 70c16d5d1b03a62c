using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Tests.Adapters.Filings;

/// <summary>The contract says what the service does, and nothing that it does not.</summary>
public sealed class OpenApiTests
{
    private static readonly YamlMappingNode Contract = Load();

    [Fact]
    public async Task EveryRouteIsDescribedAndEveryDescribedOneExists()
    {
        using var folder = new TemporaryFolder();
        await using var host = await FilingHost.StartAsync(folder, new ManualClock(Some.Morning));
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}"));
        Assert.Equal(Operations().Order(), routes.Order());
    }

    [Theory]
    [InlineData(typeof(FilingSubmission))]
    [InlineData(typeof(Person))]
    [InlineData(typeof(SubmittedDocument))]
    [InlineData(typeof(Consent))]
    [InlineData(typeof(FilingSupplement))]
    [InlineData(typeof(FilingChange))]
    [InlineData(typeof(FilingCancellation))]
    [InlineData(typeof(FilingExtension))]
    [InlineData(typeof(Filing))]
    [InlineData(typeof(FilingEvent))]
    [InlineData(typeof(PendingReview))]
    [InlineData(typeof(ProposedChange))]
    [InlineData(typeof(MissingDocument))]
    [InlineData(typeof(FilingAction))]
    [InlineData(typeof(Statement))]
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
    [InlineData(typeof(FilingSupplement))]
    public void WhatTheServiceRequiresIsMarkedRequired(Type type)
    {
        var required = ((YamlSequenceNode)Map(Map(Contract, "components", "schemas"), type.Name).Children["required"]).Select(Text);
        Assert.Equal(FilingJson.Options.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name).Order(), required.Order());
    }

    [Theory]
    [InlineData(typeof(FilingState))]
    [InlineData(typeof(FilingEventKind))]
    [InlineData(typeof(FilingRequestKind))]
    [InlineData(typeof(FilingActionKind))]
    public void TheWordsAreThoseOfTheService(Type type)
    {
        var described = ((YamlSequenceNode)Map(Map(Contract, "components", "schemas"), type.Name).Children["enum"]).Select(Text);
        Assert.Equal(Enum.GetValues(type).Cast<object>().Select(word => JsonSerializer.Serialize(word, type, FilingJson.Options).Trim('"')), described);
    }

    [Fact]
    public void EveryReferenceLeadsSomewhere()
    {
        foreach (var reference in Contract.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("$ref")).Select(node => Text(node["$ref"])))
        {
            Assert.NotNull(Map(Contract, [.. reference.Split('/').Skip(1)]));
        }
    }

    private static IEnumerable<string> Operations() =>
        from path in Map(Contract, "paths").Children
        from operation in ((YamlMappingNode)path.Value).Children
        select $"{Text(operation.Key).ToUpperInvariant()} /filing-api{Text(path.Key)}";

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
