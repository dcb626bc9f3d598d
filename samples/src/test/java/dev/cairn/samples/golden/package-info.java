/** What is generated for the samples, byte for byte. */
package dev.cairn.samples.golden;
