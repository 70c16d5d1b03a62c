using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Schema;

public sealed class ActivityTests
{
    [Fact]
    public void An_activity_shows_itself_only_as_what_it_is()
    {
        var message = new Activity("Message");

        Assert.Same(message, message.AsMessageActivity());
        Assert.Null(message.AsEventActivity());
        Assert.NotNull(new Activity("message/update").AsMessageActivity());
        Assert.Null(new Activity("messageUpdate").AsMessageActivity());
        Assert.Null(new Activity().AsMessageActivity());
    }

    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = CollectingAdapter.Message().CreateReply("好的", "zh-CN");

        Assert.Equal(ActivityTypes.Message, reply.Type);
        Assert.Equal("user1", reply.Recipient.Id);
        Assert.Equal("bot", reply.From.Id);
        Assert.Equal("a1", reply.ReplyToId);
        Assert.Equal("c1", reply.Conversation.Id);
        Assert.Equal("好的", reply.Text);
        Assert.Equal("zh-CN", reply.Locale);
        Assert.Empty(reply.Attachments);
        Assert.NotNull(reply.Timestamp);
    }

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("test", "a1")]
    public void Nothing_refers_to_a_conversation_update_of_direct_line(string channel, string? expected)
    {
        var update = CollectingAdapter.Message();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;

        Assert.Equal(expected, update.GetConversationReference().ActivityId);
        Assert.Equal(expected, update.CreateReply().ReplyToId);
    }

    [Fact]
    public void A_reference_addresses_activities_in_both_directions()
    {
        var reference = CollectingAdapter.Message().GetConversationReference();

        var outgoing = new Activity { Locale = "en" }.ApplyConversationReference(reference);
        var incoming = new Activity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("bot", "user1", "a1", (string?)null), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Id));
        Assert.Equal(("user1", "bot", (string?)null, "a1"), (incoming.From.Id, incoming.Recipient.Id, incoming.ReplyToId, incoming.Id));
        Assert.Equal("en", outgoing.Locale);
    }

    [Fact]
    public void A_continuation_is_an_event_in_the_same_conversation()
    {
        var reference = CollectingAdapter.Message().GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal(ActivityTypes.Event, continuation.Type);
        Assert.Equal("ContinueConversation", continuation.Name);
        Assert.Equal("c1", continuation.Conversation.Id);
        Assert.Same(reference, continuation.RelatesTo);
    }

    [Fact]
    public void A_message_has_content_if_it_has_text_summary_attachments_or_data()
    {
        Assert.False(new Activity { Text = " " }.HasContent());
        Assert.False(new Activity { Attachments = [] }.HasContent());
        Assert.True(new Activity { Summary = "s" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = 1 }.HasContent());
    }

    [Fact]
    public void Entities_turn_into_types_and_back()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("b"), "@b"));

        Assert.Equal("mention", entity.Type);
        Assert.Equal("b", entity.GetAs<Mention>().Mentioned.Id);
        Assert.True(entity.Equals(entity.GetAs<Entity>()));
    }

    [Fact]
    public void Suggested_actions_say_what_their_labels_say()
    {
        var message = MessageFactory.SuggestedActions(new[] { "是", "否" }, "对吗？", null, null);

        Assert.Equal("对吗？", message.Text);
        Assert.Equal(InputHints.AcceptingInput, message.InputHint);
        Assert.Equal(["imBack 是 是", "imBack 否 否"], message.SuggestedActions.Actions.Select(action => $"{action.Type} {action.Title} {action.Value}"));
    }

    [Fact]
    public void Attachments_are_a_list_or_a_carousel()
    {
        var file = new Attachment("image/png", "https://i.example/a.png");

        Assert.Equal("list", MessageFactory.Attachment(file).AttachmentLayout);
        Assert.Equal("carousel", MessageFactory.Carousel([file, file]).AttachmentLayout);
        Assert.Equal("https://i.example/a.png", MessageFactory.ContentUrl("https://i.example/a.png", "image/png").Attachments[0].ContentUrl);
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "image/png"));
    }

    [Fact]
    public void A_string_is_a_button()
    {
        CardAction button = "好";

        Assert.Equal(("好", "好"), (button.Title, button.Value));
    }
}
