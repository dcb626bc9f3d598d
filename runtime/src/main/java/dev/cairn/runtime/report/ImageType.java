package dev.cairn.runtime.report;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of images that browsers show and that cannot hold a script, told by their first bytes. */
final class ImageType {
    private ImageType() {}

    /** The media type; empty if it is none of them. */
    static Optional<String> of(byte[] image) {
        if (starts(image, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        } else if (starts(image, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        } else if (starts(image, 0, "GIF87a") || starts(image, 0, "GIF89a")) {
            return Optional.of("image/gif");
        } else if (starts(image, 0, "RIFF") && starts(image, 8, "WEBP")) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] image, int offset, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (offset + i >= image.length || image[offset + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
