//! Sends what waits in the outbox, through lettre. `Message-ID` comes from the row, so that a
//! message sent twice (a crash between sending and noting it) is known for the same.

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use services::outbox::Ready;

/// A way to the mail server.
#[derive(Debug, Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a message was not sent, or a mail server can't be used. Never says to whom.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// An address that is none.
    #[error("address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// A message that can't be written.
    #[error("message: {0}")]
    Message(#[from] lettre::error::Error),
    /// The mail server did not take it.
    #[error("mail server: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
}

impl PostError {
    /// What sort of error it is: all that a log may hold.
    pub fn class(&self) -> &'static str {
        match self {
            PostError::Address(_) => "address",
            PostError::Message(_) => "message",
            PostError::Smtp(error) if error.is_permanent() => "refused for good",
            PostError::Smtp(error) if error.is_transient() => "refused for now",
            PostError::Smtp(error) if error.is_timeout() => "timed out",
            PostError::Smtp(_) => "mail server",
        }
    }
}

impl Post {
    /// A way to the server of a URL, with the sender of all messages.
    pub fn new(url: &str, from: &str) -> Result<Post, PostError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?
            .timeout(Some(std::time::Duration::from_secs(30)))
            .build();
        Ok(Post { transport, from: from.parse()? })
    }

    /// Writes and sends a message.
    pub async fn send(&self, ready: &Ready, origin: &str) -> Result<(), PostError> {
        let mail = app::mail::write(&ready.letter, &ready.to.language, origin);
        let to = Mailbox::new(Some(ready.to.name.clone()), ready.to.email.parse()?);
        let host = self.from.email.domain();
        let message = Message::builder()
            .message_id(Some(format!("<{}@{host}>", ready.claimed.id)))
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text)?;
        self.transport.send(message).await?;
        Ok(())
    }
}
