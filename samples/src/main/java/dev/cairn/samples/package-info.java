/** Flows to read, to run and to copy from. */
package dev.cairn.samples;
