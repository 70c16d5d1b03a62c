// Opens the conversation: gets a token from our server, hands it to Web Chat, and keeps it for as long as the tab is open.
(() => {
  'use strict';

  const remembered = 'policybot.webchat';
  const maxUploadBytes = 25 * 1024 * 1024;
  const EXPIRED = 3; // directlinejs: ConnectionStatus.ExpiredToken
  const words = window.policyBotWords;
  const refusals = window.policyBotRefusals;
  const server = new URL('.', document.baseURI);

  function notice(text) {
    const element = document.getElementById('notice');
    element.textContent = text;
    element.hidden = !text;
  }

  function recall() {
    try {
      return JSON.parse(sessionStorage.getItem(remembered));
    } catch {
      return null;
    }
  }

  function remember(conversationId, token) {
    try {
      sessionStorage.setItem(remembered, JSON.stringify({ conversationId, token }));
    } catch {
      // A browser that keeps nothing still can talk; it only forgets at a reload.
    }
  }

  /** A token for a new conversation, or for the one that the old token was for. */
  async function pass(oldToken) {
    const response = await fetch(new URL('webchat/token', server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: oldToken }),
    });
    if (!response.ok) {
      const body = await response.json().catch(() => null);
      throw new Error(body?.error?.code || 'failed');
    }
    return response.json();
  }

  /**
   * A phone that slept for longer than the token lives. Web Chat drops an expired connection for good, so it gets a new
   * one to the same conversation; what is on the screen stays.
   */
  async function renew(directLine) {
    notice(refusals.TokenExpired);
    const renewed = await pass(directLine.token);
    if (renewed.resumed) {
      show(connect(renewed));
      notice('');
    } else {
      location.reload(); // begins a new conversation and says so
    }
  }

  function connect(opened) {
    remember(opened.conversationId, opened.token);
    const directLine = window.WebChat.createDirectLine({
      // With an id the client comes back to the conversation and is told all of it again; without one it begins it.
      conversationId: opened.resumed ? opened.conversationId : undefined,
      conversationStartProperties: { locale: 'zh-CN' },
      domain: new URL('v3/directline', server).href,
      token: opened.token,
    });
    let expired = false;
    directLine.connectionStatus$.subscribe(status => {
      if (status === EXPIRED && !expired) {
        expired = true;
        renew(directLine).catch(() => notice(refusals.failed));
      }
    });

    // The client fetches a new token every quarter of an hour and tells nobody.
    addEventListener('pagehide', () => expired || remember(directLine.conversationId || opened.conversationId, directLine.token));
    return directLine;
  }

  function toast(dispatch, text) {
    dispatch({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: 'refusal', level: 'error', message: text, alt: text } });
  }

  /** Says in plain words why a message was not taken; Web Chat itself says only that it was not. */
  const explain = ({ dispatch }) => next => action => {
    const attachmentBytes = action.type === 'DIRECT_LINE/POST_ACTIVITY'
      ? (action.payload.activity.channelData?.attachmentSizes ?? []).reduce((sum, size) => sum + size, 0)
      : 0;
    if (attachmentBytes > maxUploadBytes) {
      // Not sent at all: it would cost the person 25 MB of mobile data to be told the same.
      toast(dispatch, refusals.UploadTooLarge);
      return dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: action.payload.activity.text || '' } });
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
      toast(dispatch, refusals[action.payload?.xhr?.response?.error?.code] || refusals.other);
    } else if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') {
      dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: 'refusal' } });
    }
    return next(action);
  };

  /** Two words of Web Chat's markup are English whatever the language; screen readers read them out. */
  function translateRoles() {
    const roles = { message: '消息', attachment: '附件' };
    new MutationObserver(() => {
      for (const [english, chinese] of Object.entries(roles)) {
        for (const node of element.querySelectorAll(`[aria-roledescription="${english}"]`)) {
          node.setAttribute('aria-roledescription', chinese);
        }
      }
    }).observe(element, { childList: true, subtree: true });
  }

  const styleOptions = {
    accent: '#0b5cad',
    // A long reply is read from its beginning: the page stops scrolling when it is full.
    autoScrollSnapOnPage: true,
    backgroundColor: '#f2f5f9',
    subtle: '#4a5560',
    paddingRegular: 12,
    fontSizeSmall: '16px',
    primaryFont: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    bubbleBackground: '#ffffff',
    bubbleBorderColor: '#d5dde6',
    bubbleBorderRadius: 12,
    bubbleFromUserBackground: '#d9ebff',
    bubbleFromUserBorderColor: '#a9cdf2',
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: '#10202f',
    bubbleTextColor: '#10202f',
    bubbleMaxWidth: 640,
    bubbleMinHeight: 48,
    bubbleMinWidth: 60,
    connectivityTextSize: '17px',
    emojiSet: {}, // what people type is what is shown
    enableUploadThumbnail: false,
    hideTelephoneKeypadButton: true,
    notificationText: '#10202f',
    scrollToEndButtonFontSize: '17px',
    // A chosen photo is sent at once, as people know it from WeChat, instead of waiting in the input box unnoticed.
    sendAttachmentOn: 'attach',
    sendBoxButtonColor: '#0b5cad',
    sendBoxHeight: 48,
    sendBoxPlaceholderColor: '#4a5560',
    sendBoxTextColor: '#10202f',
    sendBoxTextWrap: true,
    sendBoxMaxHeight: 160,
    suggestedActionBackgroundColor: '#ffffff',
    suggestedActionBorderRadius: 24,
    suggestedActionHeight: 48,
    suggestedActionLayout: 'stacked',
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionsStackedLayoutButtonMaxHeight: 200,
    suggestedActionsStackedHeight: '40dvh',
    suggestedActionsStackedOverflow: 'auto',
    suggestedActionTextColor: '#0b5cad',
    toastFontSize: '17px',
    toasterMaxHeight: 240,
    toasterSingularMaxHeight: 120,
    uploadAccept: 'image/jpeg,image/png,application/pdf',
  };

  const element = document.getElementById('chat');
  const store = window.WebChat.createStore({}, explain);

  function show(directLine) {
    window.WebChat.renderWebChat({
      directLine,
      locale: 'zh-CN',
      overrideLocalizedStrings: words,
      store,
      styleOptions,
    }, element);
  }

  async function open() {
    const old = recall();
    const opened = await pass(old?.token);
    if (old?.token && !opened.resumed) {
      notice(refusals.expired);
    }
    element.textContent = '';
    translateRoles();
    show(connect(opened));
  }

  open().catch(error => notice(refusals[error.message] || refusals.failed));
})();
