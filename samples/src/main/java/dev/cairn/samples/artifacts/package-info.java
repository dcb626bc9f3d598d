/** What artifacts can do, one flow per idea: from creating them to merging, selecting and collecting them. */
package dev.cairn.samples.artifacts;
