/** How fast artifacts are encoded and decoded, beside other serializers. */
@NullMarked
package dev.cairn.benchmarks.codecs;

import org.jspecify.annotations.NullMarked;
