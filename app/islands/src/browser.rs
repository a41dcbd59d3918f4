//! The browser's `fetch` and `JSON`, as far as the islands need them: bound by hand, because
//! what reaches a citizen's phone must be small. On the server nothing here does anything.

#[cfg(feature = "hydrate")]
pub use hydrate::{Json, post};

#[cfg(feature = "hydrate")]
mod hydrate {
    use js_sys::{Array, Object, Reflect};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type Response;

        #[wasm_bindgen(catch)]
        async fn fetch(address: &str, options: &Object) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(method, getter)]
        fn ok(this: &Response) -> bool;

        #[wasm_bindgen(method, catch)]
        async fn json(this: &Response) -> Result<JsValue, JsValue>;
    }

    /// What `fetch` answered.
    pub struct Json(JsValue);

    impl Json {
        fn get(&self, name: &str) -> JsValue {
            Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED)
        }

        /// A string of the object.
        pub fn text(&self, name: &str) -> Option<String> {
            self.get(name).as_string()
        }

        /// A truth value of the object.
        pub fn truth(&self, name: &str) -> Option<bool> {
            self.get(name).as_bool()
        }

        /// A list of strings of the object.
        pub fn texts(&self, name: &str) -> Vec<String> {
            Array::from(&self.get(name)).iter().filter_map(|value| value.as_string()).collect()
        }

        /// The values of a list.
        pub fn list(&self) -> Vec<Json> {
            if Array::is_array(&self.0) {
                Array::from(&self.0).iter().map(Json).collect()
            } else {
                Vec::new()
            }
        }
    }

    /// Posts fields, as a form (`json` false) or as a JSON object, and reads the JSON that comes
    /// back; nothing if anything is not as it should be.
    pub async fn post(address: &str, fields: &[(&str, &str)], json: bool) -> Option<Json> {
        let body = if json {
            let object = Object::new();
            for (name, value) in fields {
                set(&object, name, value);
            }
            js_sys::JSON::stringify(&object).ok()?.as_string()?
        } else {
            let mut body = String::new();
            for (name, value) in fields {
                if !body.is_empty() {
                    body.push('&');
                }
                body.push_str(name);
                body.push('=');
                body.push_str(&String::from(js_sys::encode_uri_component(value)));
            }
            body
        };
        let kind = if json { "application/json" } else { "application/x-www-form-urlencoded" };
        let headers = Object::new();
        set(&headers, "accept", "application/json");
        set(&headers, "content-type", kind);
        let options = Object::new();
        set(&options, "method", "POST");
        set(&options, "body", &body);
        Reflect::set(&options, &"headers".into(), &headers).ok()?;
        let response: Response = fetch(address, &options).await.ok()?.unchecked_into();
        if response.ok() { response.json().await.ok().map(Json) } else { None }
    }

    fn set(object: &Object, name: &str, value: &str) {
        // Setting a field of a plain object can't fail.
        let _ = Reflect::set(object, &name.into(), &value.into());
    }
}
