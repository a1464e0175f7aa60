// WEBHOOK_SECRET='whsec_…' go run receiver.go
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var secret = os.Getenv("WEBHOOK_SECRET") // the whole string, whsec_ included

func isGenuine(body []byte, headers http.Header) bool {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	expected := []byte(hex.EncodeToString(mac.Sum(nil)))
	// While the secret is being rotated, the old one's signature stands in a header of its own.
	return hmac.Equal([]byte(headers.Get("X-Sydx-Signature")), expected) ||
		hmac.Equal([]byte(headers.Get("X-Sydx-Signature-Previous")), expected)
}

func receive(response http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, 1<<20))
	if err != nil || !isGenuine(body, request.Header) {
		http.Error(response, "Invalid signature", http.StatusUnauthorized)
		return
	}
	var event struct {
		Type string `json:"event"`
	}
	if json.Unmarshal(body, &event) == nil {
		// At least once: remember this id, and skip what you have seen.
		fmt.Println(request.Header.Get("X-Sydx-Event-Id"), event.Type)
	}
}

func main() {
	if secret == "" {
		log.Fatal("Set WEBHOOK_SECRET.")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "4000"
	}
	http.HandleFunc("/", receive)
	log.Fatal(http.ListenAndServe(":"+port, nil))
}
