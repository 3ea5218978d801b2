# shellcheck shell=bash
# reach ADDRESS PATH CURL-ARGS...: asks the Docker engine there (a socket's path, unix:// or tcp://), with the docker command's certificates.
reach() {
  local address=$1 path=$2 how; shift 2
  case $address in
    unix://* | /*) how=(--unix-socket "${address#unix://}" "http://engine$path") ;;
    tcp://*)
      how=(--noproxy '*' "http://${address#tcp://}$path")
      if [[ -n ${DOCKER_TLS_VERIFY:-} ]]; then
        local keys=${DOCKER_CERT_PATH:-$HOME/.docker}
        how=(--noproxy '*' --cacert "$keys/ca.pem" --cert "$keys/cert.pem" --key "$keys/key.pem" "https://${address#tcp://}$path")
      fi
      ;;
    *) return 1 ;;
  esac
  curl -s "${how[@]}" "$@"
}
