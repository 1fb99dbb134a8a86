//! Makes a public Programmable Chat channel private, so that Conversations can take it over.
//!
//! ```text
//! TWILIO_ACCOUNT_SID=AC… TWILIO_AUTH_TOKEN=… \
//!     cargo run -p twilio-client --example migrate_channel -- IS… CH… [MG…]
//! ```
//!
//! The third argument is the messaging service that the channel is to belong to, if any.

use std::error::Error;

use twilio_client::Client;
use twilio_client::chat_v3::ChannelType;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(service), Some(channel)) = (arguments.next(), arguments.next()) else {
        return Err("usage: migrate_channel SERVICE CHANNEL [MESSAGING_SERVICE]".into());
    };

    let client = Client::from_env()?;
    let mut request =
        client.chat_v3().channels(service).update(channel).r#type(ChannelType::Private);
    if let Some(messaging_service) = arguments.next() {
        request = request.messaging_service_sid(messaging_service);
    }

    let migrated = request.send().await?;
    println!("{:?} is {:?} now", migrated.sid, migrated.r#type);
    Ok(())
}
