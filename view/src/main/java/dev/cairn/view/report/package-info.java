/** A run as one HTML file, which needs nothing else: no server, no network, no code of the flow. */
@NullMarked
package dev.cairn.view.report;

import org.jspecify.annotations.NullMarked;
