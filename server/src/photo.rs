//! Photographs, drawn anew: what a device and a place wrote into the file stays behind, and
//! nothing but pixels is kept.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use services::lab::room::Drawn;

/// The most pixels of a side of what is kept.
const SIDE_MOST: u32 = 1_600;
/// The most pixels of a side of what is read.
const READ_MOST: u32 = 16_000;
/// The most bytes that reading takes: what a phone of 200 megapixels makes is refused.
const BYTES_MOST: u64 = 512 << 20;
/// How much of the picture is kept, from 1 to 100.
const QUALITY: u8 = 82;

/// Reads a JPEG or a PNG, turns it as its camera was held, and draws it anew. Nothing for another
/// file, or one that is broken or too large. Takes long: not for an asynchronous thread.
pub fn drawn(bytes: &[u8]) -> Option<Drawn> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(READ_MOST);
    limits.max_image_height = Some(READ_MOST);
    limits.max_alloc = Some(BYTES_MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    if image.width().max(image.height()) > SIDE_MOST {
        image = image.resize(SIDE_MOST, SIDE_MOST, FilterType::Triangle);
    }
    image.apply_orientation(orientation);
    let pixels = on_white(image);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&pixels).ok()?;
    Some(Drawn { jpeg, width: pixels.width(), height: pixels.height() })
}

/// What is transparent becomes white, not black.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0;
        let alpha = u16::from(alpha);
        let over = |colour: u8| {
            let mixed = (u16::from(colour) * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on fails")]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    /// A JPEG as a phone held sideways makes it: turned by a mark, with where it was taken.
    fn from_phone(width: u32, height: u32) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, _| {
            if x < width / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) }
        });
        let mut plain = Vec::new();
        JpegEncoder::new_with_quality(&mut plain, 90).encode_image(&image).unwrap();
        // TIFF, big-endian, one entry: orientation 6 (to be turned by 90°), and a place.
        let mut exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend(b"43.6158N 13.5189E iPhone");
        let length = u16::try_from(exif.len() + 2).unwrap();
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xFF, 0xE1]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(exif);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn place_and_device_stay_behind_and_the_picture_stands_upright() {
        let bytes = from_phone(2_000, 1_000);
        assert!(bytes.windows(8).any(|part| part == b"43.6158N"));
        let drawn = drawn(&bytes).unwrap();
        assert_eq!((drawn.width, drawn.height), (800, 1_600));
        for trace in [&b"43.6158N"[..], b"Exif", b"iPhone"] {
            assert!(!drawn.jpeg.windows(trace.len()).any(|part| part == trace));
        }
        let again = image::load_from_memory(&drawn.jpeg).unwrap().into_rgb8();
        let (above, below) = (again.get_pixel(400, 100), again.get_pixel(400, 1_500));
        assert!(above[0] > 150 && below[2] > 150, "{above:?} {below:?}");
    }

    #[test]
    fn a_small_drawing_stays_as_large_and_its_background_is_white() {
        let image = RgbaImage::from_pixel(40, 20, Rgba([0, 0, 0, 0]));
        let mut png = Cursor::new(Vec::new());
        image.write_to(&mut png, ImageFormat::Png).unwrap();
        let drawn = drawn(png.get_ref()).unwrap();
        assert_eq!((drawn.width, drawn.height), (40, 20));
        let again = image::load_from_memory(&drawn.jpeg).unwrap().into_rgb8();
        assert!(again.get_pixel(5, 5).0.iter().all(|&part| part > 250));
    }

    #[test]
    fn what_is_no_photograph_is_not_read() {
        let cut = from_phone(64, 64);
        for bytes in [&b""[..], b"%PDF-1.7", b"GIF89a\x01\0\x01\0", b"\xFF\xD8\xFF", &cut[..80]] {
            assert!(drawn(bytes).is_none());
        }
    }
}
